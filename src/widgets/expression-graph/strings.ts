import { defineStrings } from '../../i18n/widgetStrings.ts'
import { evaluate, reverse } from '../../math/expression/differentiate.ts'
import { parseExpression } from '../../math/expression/parse.ts'
import { formatNumber } from '../../i18n/number.ts'
import type spec from './spec.ts'
import type { GraphValues } from './spec.ts'

/** The value and each variable's gradient, as texts; null where the expression can't be read. */
function results({ expression, inputs }: GraphValues): { value: string; gradients: string[] } | null {
  const { graph } = parseExpression(expression)
  if (!graph) return null
  const values = evaluate(
    graph,
    graph.variables.map((_, place) => inputs[place] ?? 1),
  )
  const slopes = reverse(graph, values)
  return {
    value: formatNumber(values.at(-1) ?? NaN),
    gradients: graph.variables.map((index) => {
      const node = graph.nodes[index]
      return `${node?.kind === 'variable' ? node.name : ''}: ${formatNumber(slopes[index] ?? NaN)}`
    }),
  }
}

export default defineStrings<typeof spec>()({
  en: {
    params: {
      expression: {
        label: 'Expression',
        help: 'Variables, numbers, + − × ÷ ^, and sin, exp, log, tanh, relu, max(a, b).',
      },
      mode: 'Mode',
      inputs: 'Inputs',
      along: 'Slope along',
      done: 'Operations done',
    },
    choices: { mode: { reverse: 'Reverse', forward: 'Forward' } },
    metrics: {},
    presets: {
      neuron: 'One neuron and its loss',
      shared: 'An input used twice',
      sigmoid: 'The sigmoid',
      chain: 'A chain',
      corner: 'Corners',
    },
    summary: ({ values }) => {
      const found = results(values)
      if (!found) return `The text ${values.expression} cannot be read as an expression.`
      return `${values.expression} is ${found.value}. Gradients by variable: ${found.gradients.join('; ')}.`
    },
    text: {
      picture: 'Computation graph, in the order of computing:',
      node: '{name}: value {value}, slope {slope}',
      unknown: 'not computed yet',
      input: 'Input',
      graph: 'gradient',
      difference: 'difference',
      forwards: 'Operations done, going forward',
      backwards: 'Operations done, going backward',
      along: 'Slope along',
      keyReverse:
        'Below each node: its value, and in colour the gradient of the result along it, blue below 0, orange above. On the edges: the local slope.',
      keyForward:
        'Below each node: its value, and in colour its own slope along the chosen input. On the edges: the local slope.',
      place: 'At character {n}: ',
      undefined: 'At character {n}: this operation has no finite value here. Move an input.',
      empty: 'there is no expression yet. Write one, for instance x*y + sin(x).',
      character: '“{found}” means nothing here. Numbers, names, + − × ÷ ^, brackets and commas do.',
      'value-missing': 'a number, a variable or an opening bracket should stand here.',
      'operator-missing': 'an operator is missing before “{found}”. A product needs its sign: 2*x.',
      'bracket-missing': 'this bracket is never closed.',
      'bracket-extra': 'this bracket closes nothing.',
      'unknown-function': 'there is no function “{found}”. There are sin, exp, log, tanh, relu and max.',
      'brackets-needed': '“{found}” is a function and needs brackets: {found}(x).',
      inputs: '“{found}” has the wrong number of inputs. Max takes two, every other function one.',
      'too-large': '“{found}” is too large a number.',
      'too-many-operations': 'from here on there are more than 30 operations, more than the picture holds.',
      'too-many-variables': '“{found}” is the seventh variable. Six is the most.',
    },
  },
  zh: {
    params: {
      expression: {
        label: '表达式',
        help: '可用变量、数字、+ − × ÷ ^，以及 sin、exp、log、tanh、relu、max(a, b)。',
      },
      mode: '模式',
      inputs: '输入',
      along: '沿哪个输入求导',
      done: '已完成的运算',
    },
    choices: { mode: { reverse: '反向', forward: '前向' } },
    metrics: {},
    presets: {
      neuron: '一个神经元和它的损失',
      shared: '一个输入用两次',
      sigmoid: 'Sigmoid 函数',
      chain: '一条链',
      corner: '折角',
    },
    summary: ({ values }) => {
      const found = results(values)
      if (!found) return `“${values.expression}”不是一个能读懂的表达式。`
      return `${values.expression} 的值是 ${found.value}。对各变量的梯度：${found.gradients.join('；')}。`
    },
    text: {
      picture: '计算图，按计算的先后：',
      node: '{name}：值 {value}，斜率 {slope}',
      unknown: '尚未算出',
      input: '输入',
      graph: '梯度',
      difference: '差分',
      forwards: '已完成的运算（正在向前）',
      backwards: '已完成的运算（正在往回）',
      along: '沿哪个输入求导',
      keyReverse: '结点下方：先是它的值，再用彩色写结果对它的梯度，蓝为负，橙为正。边上的数是局部斜率。',
      keyForward: '结点下方：先是它的值，再用彩色写它自己沿所选输入的斜率。边上的数是局部斜率。',
      place: '第 {n} 个字符处：',
      undefined: '第 {n} 个字符处：这个运算在这里没有有限的值。请挪动某个输入。',
      empty: '还没有表达式。写一个吧，例如 x*y + sin(x)。',
      character: '“{found}”在这里没有意义。能用的有数字、变量名、+ − × ÷ ^、括号和逗号。',
      'value-missing': '这里应当有一个数、一个变量或一个左括号。',
      'operator-missing': '“{found}”之前缺一个运算符。乘号不能省：2*x。',
      'bracket-missing': '这个括号没有闭合。',
      'bracket-extra': '这个右括号没有对应的左括号。',
      'unknown-function': '没有“{found}”这个函数。能用的有 sin、exp、log、tanh、relu 和 max。',
      'brackets-needed': '“{found}”是函数，后面要有括号：{found}(x)。',
      inputs: '“{found}”的输入个数不对。max 要两个，其余函数都要一个。',
      'too-large': '“{found}”这个数太大了。',
      'too-many-operations': '从这里起超过了 30 个运算，图里放不下了。',
      'too-many-variables': '“{found}”是第七个变量，最多只能有六个。',
    },
  },
})

/** One or several figures on a bare page: `?widget=valley&lang=zh&theme=dark`. */
import { createRoot } from 'react-dom/client'
import '../../../src/book/fonts.css'
import 'katex/dist/katex.min.css'
import '../../../src/ui/styles.css'
import type { WidgetCode } from '../../../src/player/island.ts'
import { Figure } from '../../../src/player/Figure.tsx'
import { openSession } from './pageSessions.ts'

const modules = import.meta.glob<{ readonly default: unknown }>([
  '../../../src/widgets/*/{spec,View,strings}.{ts,tsx}',
  '../../player/fake/*/{spec,View,strings}.{ts,tsx}',
])

async function load(widget: string): Promise<WidgetCode> {
  const find = async (file: string): Promise<unknown> => {
    const entry = Object.entries(modules).find(([path]) => path.endsWith(`/${widget}/${file}`))
    return (await entry?.[1]())?.default
  }
  const [spec, View, strings] = await Promise.all(['spec.ts', 'View.tsx', 'strings.ts'].map(find))
  return { spec, View, strings } as WidgetCode
}

const search = new URLSearchParams(location.search)
const locale = search.get('lang') === 'zh' ? 'zh' : 'en'
document.documentElement.lang = locale === 'zh' ? 'zh-Hans' : 'en'
const theme = search.get('theme')
if (theme) document.documentElement.dataset['theme'] = theme

const captions = {
  en: '<b>Plain descent falls into the valley and then crawls.</b> Its steps shrink as the floor flattens. Momentum remembers earlier steps, so it overshoots the bend, turns round, and after 90 steps is nearest to the minimum.',
  zh: '<b>普通梯度下降很快落入谷底，随后便举步维艰。</b>谷底越平，它的步子越小。动量法记得之前的步伐，因此会冲过弯道再折返，走完 90 步时离最小值最近。',
}
const titles = { en: 'Three ways down one valley', zh: '同一条山谷，三种下法' }

const names = (search.get('widget') ?? 'sink').split(',')
const codes = await Promise.all(names.map(load))
createRoot(document.querySelector('main') ?? document.body).render(
  <>
    {codes.map((code, i) => (
      <div className="wide island" key={names[i]}>
        <Figure
          slug="test"
          figure={names[i] ?? ''}
          widget={code.spec.name}
          values={{}}
          number={`5.${i + 1}`}
          title={titles[locale]}
          captionHtml={captions[locale]}
          locale={locale}
          recorded={null}
          previous={names[i - 1] ?? null}
          next={names[i + 1] ?? null}
          base="./"
          code={code}
          drawn="wide"
          openSession={openSession}
          {...(search.has('home') ? { home: true as const } : {})}
        />
      </div>
    ))}
  </>,
)

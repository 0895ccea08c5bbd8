/** What an entry says in one language: what was done, and what is often told wrong about it. */
export interface Told {
  readonly what: string
  readonly correction?: string
}

const told = (what: string, correction?: string): Told =>
  correction === undefined ? { what } : { what, correction }

/** By the entry's source. */
export const english: Readonly<Record<string, Told>> = {
  'mcculloch-1943': told(
    'A neuron becomes arithmetic: weigh, add, decide',
    'Nothing is learned yet: the weights are fixed.',
  ),
  'hebb-1949': told('Cells that are active together strengthen their link'),
  'rosenblatt-1958': told('The perceptron finds its weights from examples', 'First reported in 1957.'),
  'widrow-1960': told('Adaline goes down the slope of the squared error'),
  'amari-1967': told('Descent from example to example, for nonlinear classifiers too'),
  'minsky-1969': told(
    'What perceptrons cannot compute, with proofs',
    'The proofs are about one layer of learned weights. That more layers can do more was known, also to them.',
  ),
  'linnainmaa-1970': told(
    'Derivatives of any computation, carried backwards',
    'This is the method of back-propagation, sixteen years before it became famous; networks are not its subject.',
  ),
  'werbos-1974': told('Adapting models by derivatives that run backwards through them'),
  'fukushima-1980': told(
    'The neocognitron: layers of local, shared detectors',
    'It has the plan of a convolutional network, but not its training: it learns without labels and without back-propagation.',
  ),
  'ackley-1985': told('Boltzmann machines learn to produce what they have seen'),
  'rumelhart-1986': told(
    'Hidden units, trained by back-propagation, find features by themselves',
    'Not the first to use it: the ones who made people see what it is good for.',
  ),
  'lecun-1989': told('A convolutional network, trained by back-propagation, reads postcodes'),
  'elman-1990': told('A network that feeds itself its last state finds structure in time'),
  'hochreiter-1991': told('Why gradients vanish over many steps'),
  'tesauro-1995': told(
    'A network learns strong backgammon by playing against itself',
    'First results in 1992.',
  ),
  'hochreiter-1997': told(
    'LSTM: a memory that gradients can pass',
    'With an input and an output gate. The third, the forget gate, came in 2000.',
  ),
  'lecungradient-1998': told('LeNet-5 reads handwriting, and networks like it read cheques in banks'),
  'gers-2000': told('The forget gate of the LSTM'),
  'bengio-2003': told('A network predicts the next word, and learns vectors for words'),
  'hinton-2006': told('Deep belief nets: training layer by layer makes depth work'),
  'deng-2009': told(
    'ImageNet: millions of labelled pictures',
    'The data, from Princeton. The yearly contest began in 2010; AlexNet won the third.',
  ),
  'glorot-2011': told(
    'With ReLU deep networks train without pre-training',
    'Fukushima had used the function in 1969.',
  ),
  'hinton-2012': told('Dropout: training with half of the units missing'),
  'krizhevsky-2012': told('AlexNet wins the ImageNet contest by a wide margin'),
  'kingma-2013': told('The variational autoencoder'),
  'mnih-2015': told(
    'One program learns dozens of video games from their pictures',
    'Shown for seven games in 2013, for 49 in 2015.',
  ),
  'cho-2014': told('Encoder and decoder, and the unit now called GRU'),
  'goodfellow-2014': told('Generative adversarial networks'),
  'bahdanau-2014': told(
    'Attention: a translator looks back at the words it needs',
    'Posted in 2014, at a conference in 2015.',
  ),
  'kingma-2014': told('Adam', 'Posted in December 2014, at a conference in 2015; hence both dates.'),
  'ioffe-2015': told('Batch normalisation'),
  'he-2016': told(
    'Residual connections: 152 layers, and they train',
    'Posted and winning contests in 2015, at a conference in 2016.',
  ),
  'silver-2016': told('AlphaGo: networks and search beat a champion of Go'),
  'vaswani-2017': told('The transformer: attention without recurrence'),
  'brown-2020': told('GPT-3: tasks explained by a few examples in the prompt'),
  'ho-2020': told('Diffusion models make images by removing noise'),
  'jumper-2021': told('AlphaFold predicts the shapes of proteins'),
}

export const chinese: Readonly<Record<string, Told>> = {
  'mcculloch-1943': told('神经元变成了算术：称一称，加起来，作决定', '这时什么都不学：权重是定死的。'),
  'hebb-1949': told('同时活跃的细胞，彼此的联系会变强'),
  'rosenblatt-1958': told('感知机从样本中找出自己的权重', '1957 年已有报告。'),
  'widrow-1960': told('Adaline 沿着平方误差的坡往下走'),
  'amari-1967': told('逐个样本下降的学习法，也用于非线性分类器'),
  'minsky-1969': told(
    '证明了感知机有哪些事算不出来',
    '证明针对的是只有一层可学权重的感知机。多加几层就能做得更多，这一点当时已为人所知，两位作者也清楚。',
  ),
  'linnainmaa-1970': told(
    '把任意计算的导数从后往前传',
    '这就是反向传播的方法，比它出名早了十六年；只是文中讲的不是网络。',
  ),
  'werbos-1974': told('让导数倒着穿过模型，据此调整模型'),
  'fukushima-1980': told(
    '新认知机：一层层局部而共用的检测器',
    '卷积网络的布局已经在了，训练法却不是：它不用标签，也不用反向传播。',
  ),
  'ackley-1985': told('玻尔兹曼机学着生成见过的东西'),
  'rumelhart-1986': told(
    '用反向传播训练，隐藏单元自己找出特征',
    '他们不是最早用它的人，而是让大家看清它有什么用的人。',
  ),
  'lecun-1989': told('用反向传播训练的卷积网络认出了邮政编码'),
  'elman-1990': told('把上一刻的状态喂给自己，网络找到了时间里的结构'),
  'hochreiter-1991': told('说清了梯度为什么经过许多步就消失'),
  'tesauro-1995': told('网络靠自己跟自己下，学成西洋双陆棋高手', '1992 年已有最初的结果。'),
  'hochreiter-1997': told(
    'LSTM：梯度穿得过去的记忆',
    '只有输入门和输出门；第三个门，即遗忘门，2000 年才有。',
  ),
  'lecungradient-1998': told('LeNet-5 识别手写字，同类网络在银行里读支票'),
  'gers-2000': told('LSTM 的遗忘门'),
  'bengio-2003': told('网络预测下一个词，同时学出词的向量'),
  'hinton-2006': told('深度信念网络：逐层训练，深度终于管用'),
  'deng-2009': told(
    'ImageNet：几百万张有标签的图片',
    '这是数据，出自普林斯顿。竞赛 2010 年起每年一次，AlexNet 赢的是第三届。',
  ),
  'glorot-2011': told('用 ReLU，深层网络不经预训练也能训练', '福岛邦彦 1969 年就用过这个函数。'),
  'hinton-2012': told('Dropout：训练时让一半单元缺席'),
  'krizhevsky-2012': told('AlexNet 以很大的优势赢得 ImageNet 竞赛'),
  'kingma-2013': told('变分自编码器'),
  'mnih-2015': told('同一个程序看着画面学会几十种电子游戏', '2013 年展示了七种，2015 年 49 种。'),
  'cho-2014': told('编码器与解码器，以及后来叫作 GRU 的单元'),
  'goodfellow-2014': told('生成对抗网络'),
  'bahdanau-2014': told('注意力：翻译时回头去看需要的词', '2014 年贴出，2015 年在会议上发表。'),
  'kingma-2014': told('Adam', '2014 年 12 月贴出，2015 年才在会议上发表，所以两个年份都有人写。'),
  'ioffe-2015': told('批归一化'),
  'he-2016': told('残差连接：152 层，照样训练得动', '2015 年贴出并赢得竞赛，2016 年在会议上发表。'),
  'silver-2016': told('AlphaGo：网络加搜索，战胜围棋冠军'),
  'vaswani-2017': told('Transformer：只要注意力，不要循环'),
  'brown-2020': told('GPT-3：在提示里给几个例子，就明白要做什么'),
  'ho-2020': told('扩散模型：一步步去掉噪声，图像就出来了'),
  'jumper-2021': told('AlphaFold 预测蛋白质的形状'),
}

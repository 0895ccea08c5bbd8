/** The threads of the story, from top to bottom of the picture. */
export const THEMES = ['learning', 'seeing', 'sequences', 'generating', 'beyond'] as const
export type ThemeId = (typeof THEMES)[number]

/** One line of the story. What was done, and the correction of a usual error, stand in `strings/` under its id. */
export interface Entry {
  /** Id of the work in `chapters/bibliography.json` that says so. */
  readonly source: string
  /** When it was first made public; where the cited work appeared later, the correction says when. */
  readonly year: number
  readonly theme: ThemeId
  /** The authors as a citation names them in English. */
  readonly by: string
}

const entry = (source: string, year: number, theme: ThemeId, by: string): Entry => ({
  source,
  year,
  theme,
  by,
})

/** In the order of time. A test holds ids, years and names to the bibliography. */
export const ENTRIES: readonly Entry[] = [
  entry('mcculloch-1943', 1943, 'learning', 'McCulloch & Pitts'),
  entry('hebb-1949', 1949, 'learning', 'Hebb'),
  entry('rosenblatt-1958', 1958, 'learning', 'Rosenblatt'),
  entry('widrow-1960', 1960, 'learning', 'Widrow & Hoff'),
  entry('amari-1967', 1967, 'learning', 'Amari'),
  entry('minsky-1969', 1969, 'learning', 'Minsky & Papert'),
  entry('linnainmaa-1970', 1970, 'learning', 'Linnainmaa'),
  entry('werbos-1974', 1974, 'learning', 'Werbos'),
  entry('fukushima-1980', 1980, 'seeing', 'Fukushima'),
  entry('ackley-1985', 1985, 'generating', 'Ackley et al.'),
  entry('rumelhart-1986', 1986, 'learning', 'Rumelhart et al.'),
  entry('lecun-1989', 1989, 'seeing', 'LeCun et al.'),
  entry('elman-1990', 1990, 'sequences', 'Elman'),
  entry('hochreiter-1991', 1991, 'sequences', 'Hochreiter'),
  entry('tesauro-1995', 1995, 'beyond', 'Tesauro'),
  entry('hochreiter-1997', 1997, 'sequences', 'Hochreiter & Schmidhuber'),
  entry('lecungradient-1998', 1998, 'seeing', 'LeCun et al.'),
  entry('gers-2000', 2000, 'sequences', 'Gers et al.'),
  entry('bengio-2003', 2003, 'sequences', 'Bengio et al.'),
  entry('hinton-2006', 2006, 'learning', 'Hinton et al.'),
  entry('deng-2009', 2009, 'seeing', 'Deng et al.'),
  entry('glorot-2011', 2011, 'learning', 'Glorot et al.'),
  entry('hinton-2012', 2012, 'learning', 'Hinton et al.'),
  entry('krizhevsky-2012', 2012, 'seeing', 'Krizhevsky et al.'),
  entry('kingma-2013', 2013, 'generating', 'Kingma & Welling'),
  entry('mnih-2015', 2013, 'beyond', 'Mnih et al.'),
  entry('cho-2014', 2014, 'sequences', 'Cho et al.'),
  entry('goodfellow-2014', 2014, 'generating', 'Goodfellow et al.'),
  entry('bahdanau-2014', 2014, 'sequences', 'Bahdanau et al.'),
  entry('kingma-2014', 2014, 'learning', 'Kingma & Ba'),
  entry('ioffe-2015', 2015, 'learning', 'Ioffe & Szegedy'),
  entry('he-2016', 2015, 'seeing', 'He et al.'),
  entry('silver-2016', 2016, 'beyond', 'Silver et al.'),
  entry('vaswani-2017', 2017, 'sequences', 'Vaswani et al.'),
  entry('brown-2020', 2020, 'sequences', 'Brown et al.'),
  entry('ho-2020', 2020, 'generating', 'Ho et al.'),
  entry('jumper-2021', 2021, 'beyond', 'Jumper et al.'),
]

import type { FigureIslandInput } from '../book/figureIsland.ts'
export default function FigureIsland(props: FigureIslandInput) {
  return <figure className="fig wide" id={`fig-${props.figure}`} data-figure={props.figure}><div className="fig-head"><span className="fig-no">{props.number}</span><span className="fig-title">{props.title}</span></div><figcaption dangerouslySetInnerHTML={{ __html: props.captionHtml }} /></figure>
}

import type { FusedRow } from './index.ts'

/** (Σ share) softmax(z) − share, with shareₖ = wₖ ((1 − s) yₖ + s / K). */
const gradient: FusedRow = (o, z, target, { smoothing }, classWeights) => {
  const shares = target.map((y, k) => {
    const smooth =
      smoothing === 0 ? y : o.add(o.mul(o.constant(1 - smoothing), y), o.constant(smoothing / target.length))
    return classWeights ? o.mul(o.constant(classWeights[k]), smooth) : smooth
  })
  const sum = (a: typeof z): (typeof z)[number] =>
    a.slice(1).reduce((total, each) => o.add(total, each), a[0])
  const most = z.slice(1).reduce((max, each) => o.max(max, each), z[0])
  const exponentials = z.map((each) => o.exp(o.sub(each, most)))
  const scale = o.div(sum(shares), sum(exponentials))
  return exponentials.map((e, k) => o.sub(o.mul(e, scale), shares[k]))
}
export default gradient

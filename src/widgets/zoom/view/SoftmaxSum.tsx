import { ANSWER } from '../spec/stages.ts'
import { softmaxSteps } from '../spec/sums.ts'
import { decimals } from '../strings/shared.ts'
import { NARROW, type Sight } from './sight.ts'

/** From ten logits to ten probabilities, digit by digit. */
export function SoftmaxSum({ sight }: { sight: Sight }) {
  const { place, volumes, text, width } = sight
  const { rows, total } = softmaxSteps(volumes[ANSWER - 1].values)
  const { power, probability } = rows[place.channel]
  return (
    <div className="zm-softmax">
      <table className={width < NARROW ? 'narrow' : undefined}>
        <caption className="vh">{text.softmaxOf}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">{text.logit}</th>
            <th scope="col">{text.less}</th>
            <th scope="col">{text.power}</th>
            <th scope="col">{text.probability}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, digit) => (
            <tr key={digit} className={digit === place.channel ? 'chosen' : undefined}>
              <th scope="row">{digit}</th>
              <td>{decimals(row.logit)}</td>
              <td>{decimals(row.logit - largest(rows))}</td>
              <td>{small(row.power)}</td>
              <td>{small(row.probability)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={3}>
              {text.total}
            </th>
            <td>{decimals(total, 4)}</td>
            <td>1</td>
          </tr>
        </tfoot>
      </table>
      <p className="zm-equation">
        {small(power)} / {decimals(total, 4)} = <strong>{small(probability)}</strong>
      </p>
    </div>
  )
}

const largest = (rows: readonly { readonly logit: number }[]): number =>
  Math.max(...rows.map(({ logit }) => logit))

/** Four decimals; less is only said to be less. */
const small = (value: number): string => (value > 0 && value < 0.00005 ? '< 0.0001' : decimals(value, 4))

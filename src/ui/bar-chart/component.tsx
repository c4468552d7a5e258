import { NamedLink } from '../link/component.tsx';

export type Bar = { readonly text: string; readonly href?: string | undefined; readonly value: number; readonly valueText: string; readonly note?: string | undefined };
type BarChartProps = { readonly caption: string; readonly texts: { readonly name: string; readonly value: string }; readonly bars: readonly Bar[]; /** The full width of the scale; otherwise the largest value. */ readonly max?: number | undefined };

/** A ranking: a table whose figures are also drawn. */
export const BarChart = ({ caption, texts, bars, max }: BarChartProps) => {
  const full = max ?? Math.max(1, ...bars.map(({ value }) => value));
  return (
    <table class="regie-bars">
      <caption>{caption}</caption>
      <thead><tr><th scope="col">{texts.name}</th><th scope="col">{texts.value}</th></tr></thead>
      <tbody>
        {bars.map(({ text, href, value, valueText, note }) => (
          <tr>
            <th scope="row"><NamedLink href={href} text={text} />{note && <span class="regie-quiet">{note}</span>}</th>
            <td><div><svg viewBox="0 0 200 14" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="regie-bar__met" width={Math.max(1, Math.round((value / full) * 200))} height="14" /></svg><span>{valueText}</span></div></td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

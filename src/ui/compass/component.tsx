/**
 * The mark: a compass rose whose needle points off true north, over eight short bearings, one for each layer.
 * Drawn in `currentColor` with one overprinted needle, so that it holds on paper, in the dark and in forced colours.
 */
const bearings = Array.from({ length: 8 }, (_, at) => at * 45);

const Rose = ({ needle }: { readonly needle: string }) => (
  <>
    <circle cx="32" cy="32" r="28.5" fill="none" stroke="currentColor" stroke-width="3" />
    {bearings.map((degrees) => <path d="M32 8.5v5.5" transform={`rotate(${degrees} 32 32)`} stroke="currentColor" stroke-width={degrees % 90 === 0 ? 3.4 : 2} stroke-linecap="round" />)}
    <g transform="rotate(28 32 32)">
      <path d="M32 13.5 38.4 32H25.6Z" fill={needle} />
      <path d="M25.6 32h12.8L32 50.5Z" fill="none" stroke="currentColor" stroke-width="2.4" stroke-linejoin="round" />
    </g>
  </>
);

/** Without a title the mark is decoration: the name of the product stands beside it. */
export const CompassMark = ({ size = 40, title }: { readonly size?: number | undefined; readonly title?: string | undefined }) => (
  <svg class="regie-compass" viewBox="0 0 64 64" width={size} height={size} role={title ? 'img' : undefined} aria-hidden={title ? undefined : 'true'} focusable="false">
    {title && <title>{title}</title>}
    <Rose needle="var(--regie-compass-needle, #f27fc0)" />
  </svg>
);

const ticks = Array.from({ length: 72 }, (_, at) => at * 5);
const points = [22.5, 67.5, 112.5, 157.5, 202.5, 247.5, 292.5, 337.5, 45, 135, 225, 315, 0, 90, 180, 270];
const reach = (degrees: number): number => (degrees % 90 === 0 ? 78 : degrees % 45 === 0 ? 56 : 40);

/** The compass rose of a chart, as decoration on a first page. */
export const CompassRose = ({ size = 240 }: { readonly size?: number | undefined }) => (
  <svg class="regie-rose" viewBox="-100 -100 200 200" width={size} height={size} aria-hidden="true" focusable="false">
    <circle r="97" /><circle r="84" />
    {ticks.map((degrees) => <path d={`M0 -84V${degrees % 30 === 0 ? -97 : -90}`} transform={`rotate(${degrees})`} />)}
    {points.map((degrees) => <g transform={`rotate(${degrees})`}><path class="regie-rose__dark" d={`M0 0 7 -14 0 -${reach(degrees)}Z`} /><path class="regie-rose__light" d={`M0 0-7-14 0-${reach(degrees)}Z`} /></g>)}
    <path class="regie-rose__course" d="M0 0V-97M-4.5-88 0-97 4.5-88" transform="rotate(28)" />
  </svg>
);

/** The whole of `favicon.svg`: the same mark on its own disc, because a browser tab has no page colours. */
export const favicon = (): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><circle cx="32" cy="32" r="32" fill="#0b2e43"/><g color="#f4f8fa">${(<Rose needle="#f27fc0" />).toString()}</g></svg>`;

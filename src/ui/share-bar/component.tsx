import { ToneMark, type Tone } from '../icon/component.tsx';
import { Link } from '../link/component.tsx';
import { hatch, rounded } from '../picture/hatch.ts';

export type Share = { readonly tone: Tone; readonly text: string; readonly count: number; readonly href?: string | undefined };

const width = 600;
const height = 26;
const open: ReadonlySet<Tone> = new Set(['unknown', 'gap', 'neutral']);

/** The left edge and width of each share, with 2 between them; nothing for what counts zero. */
function placed(shares: readonly Share[]) {
  const total = shares.reduce((sum, { count }) => sum + count, 0) || 1;
  return shares.map((share, at) => {
    const before = shares.slice(0, at).reduce((sum, { count }) => sum + count, 0);
    return { ...share, x: rounded((before / total) * width) + 1, width: Math.max(0, rounded((share.count / total) * width) - 2) };
  });
}

/** How many of each: one bar, and the same in words below it. */
export const ShareBar = ({ label, shares }: { readonly label: string; readonly shares: readonly Share[] }) => (
  <div class="regie-share" role="group" aria-label={label}>
    <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
      {placed(shares).filter((share) => share.width > 0).map((share) => (
        <g class={`regie-tone--${share.tone} regie-share__part${open.has(share.tone) ? ' regie-share__part--open' : ''}`}>
          <rect x={share.x} y="1" width={share.width} height={height - 2} />
          {open.has(share.tone) && <path d={hatch(share.x, 1, share.width, height - 2, 8)} />}
        </g>
      ))}
    </svg>
    <ul>{shares.map(({ tone, text, count, href }) => <li class={`regie-tone--${tone}`}><ToneMark tone={tone} /> <strong>{count}</strong> {href === undefined ? text : <Link href={href}>{text}</Link>}</li>)}</ul>
  </div>
);

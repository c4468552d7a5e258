import { Glyph, type Tone } from '../icon/component.tsx';
import { NamedLink } from '../link/component.tsx';

export type ChainStep = {
  /** What the node is: "system", "layer", "operator", "owner", "country", "instrument". */
  readonly kind: string;
  readonly name: string;
  readonly href?: string | undefined;
  readonly detail?: string | undefined;
  /** Colours the node where it matters: the law that reaches, the measure that stops it. */
  readonly tone?: Tone | undefined;
  /** The words on the arrow to the next node: "is operated by". */
  readonly link?: string | undefined;
};

/** How a foreign law gets from a system to a country. An ordered list that looks like a chain; it wraps, and stands upright on a phone. */
export const ExposureChain = ({ label, steps }: { readonly label: string; readonly steps: readonly ChainStep[] }) => (
  <ol class="regie-chain" aria-label={label}>
    {steps.map(({ kind, name, href, detail, tone, link }, at) => (
      <li class="regie-chain__step">
        <div class={`regie-chain__node${tone ? ` regie-tone--${tone} regie-chain__node--toned` : ''}`}>
          <span class="regie-chain__kind">{kind}</span>
          <span class="regie-chain__name"><NamedLink href={href} text={name} /></span>
          {detail && <span class="regie-chain__kind">{detail}</span>}
        </div>
        {at < steps.length - 1 && <span class="regie-chain__link"><span>{link}</span><Glyph name="next" /></span>}
      </li>
    ))}
  </ol>
);

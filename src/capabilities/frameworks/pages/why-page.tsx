/** Why we do it so, on one page: what, why, the thinking behind it, the law, and which frameworks it answers. */
import type { PageView } from '../../../platform/screen.ts';
import { Breadcrumb } from '../../../ui/breadcrumb/component.tsx';
import { Disclosure } from '../../../ui/disclosure/component.tsx';
import { HeadingGroup } from '../../../ui/heading-group/component.tsx';
import { Link, NamedLink } from '../../../ui/link/component.tsx';
import { Prose, Section } from '../../../ui/section/component.tsx';
import type { ShownWhy } from '../shown-why.ts';
import { words } from '../words.ts';

type View = PageView<unknown, ShownWhy>;
type Ground = ShownWhy['grounds'][number];

const GroundText = ({ ground, view }: { readonly ground: Ground; readonly view: View }) => <><NamedLink href={ground.href} text={ground.name} />{ground.article && `, ${words(view.locale).article(ground.article)}`}</>;

const Ideas = ({ view }: { readonly view: View }) => {
  const { why } = words(view.locale);
  if (view.output.ideas.length === 0) return null;
  return (
    <Section title={why.thinking} lead={why.thinkingLead}>
      {view.output.ideas.map(({ name, idea, from }) => <Section level={3} title={name}><Prose><p>{idea}</p><p class="regie-quiet">{why.leansOn} <GroundText ground={from} view={view} /></p></Prose></Section>)}
    </Section>
  );
};

const Frameworks = ({ view }: { readonly view: View }) => {
  const { why } = words(view.locale);
  if (view.output.frameworks.length === 0) return null;
  return <Section title={why.frameworks} lead={why.frameworksLead}>{view.output.frameworks.map(({ id, name, criteria }) => <Disclosure summary={why.answers(name, criteria.length)}><ul>{criteria.map((one) => <li>{one}</li>)}</ul><p><Link href={`/frameworks/${id}`}>{why.toFramework}</Link></p></Disclosure>)}</Section>;
};

export const WhyPage = ({ view }: { readonly view: View }) => {
  const { why } = words(view.locale);
  const { output } = view;
  return (
    <>
      <Breadcrumb label={why.kicker} items={[{ href: output.back, text: output.kind === 'policies' ? why.policy : output.name }]} current={why.kicker} />
      <HeadingGroup kicker={why.kicker} title={output.name} lead={output.what} />
      <Section title={why.our}><Prose><p>{output.why}</p></Prose></Section>
      <Ideas view={view} />
      {output.asks.length > 0 && <Section title={why.asks}><ul>{output.asks.map((one) => <li><GroundText ground={one} view={view} /></li>)}</ul></Section>}
      {output.grounds.length > 0 && <Section title={why.law}><ul>{output.grounds.map((one) => <li><GroundText ground={one} view={view} /></li>)}</ul></Section>}
      <Frameworks view={view} />
      <p class="regie-quiet">{why.notAdvice}</p>
    </>
  );
};

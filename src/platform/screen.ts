/** What a slice says about its pages and forms. The web face does the routing, the shell and the rest. */
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Context, OpenContext } from './context.ts';
import type { Permission, Subject } from './permission.ts';
import type { Refusal } from './refusal.ts';
import type { Locale, Saying } from './words.ts';

export type Rendered = JSX.Element;

export type PagePath = `/${string}`;
export type NavigationEntry = {
  /**
   * Lower comes first. Each slice takes a number in the band of what its page is for, with room around it and nobody else's:
   *   0–99    in the row itself: where we stand, and talking about it
   *   100–199 “Together”: glasses and dialogue, ideas, change, buddies, coaching, teams, improving
   *   200–399 “Landscape”: what we have: services, systems, data
   *   400–499 and whom we depend on, and what is proven of it: providers, contracts, evidence, exit
   *   500–599 “Policy”: what we demand, and what if: policy, frameworks, simulation, roadmap
   *   600–799 “Steering”: programmes, decisions, data, AI, impact, learning
   *   800–999 “More”: the organisation itself, the library, members, the log
   */
  readonly order: number;
  readonly label: Saying;
};

type View = Pick<OpenContext, 'locale' | 'person' | 'organisation' | 'rights' | 'today' | 'knowledge'> & {
  /** Path and query of this page, for links that return. */
  readonly url: URL;
  /** False hides what the visitor may not do; the operation refuses it all the same. */
  readonly may: (permission: Permission, subject?: Subject) => boolean;
  /** The titles of the operations that leave a trace, by name. */
  readonly traced: () => ReadonlyMap<string, string>;
  /** What people call such a thing, by the first part of a trace's `object`; null for what nobody named. */
  readonly nounOf: (kind: string) => string | null;
};

export type PageView<Input, Output> = View & { readonly input: Input; readonly output: Output };

/**
 * `value`, `all` and `faultsOf` take dotted names (`layers.6.operator`), the names the form's fields must have.
 * After faults the values are what the visitor typed, letter for letter.
 */
export type FormView<Extra> = View & {
  readonly action: string;
  readonly value: (name: string) => string;
  /** Every value of a field that may occur more than once. */
  readonly all: (name: string) => readonly string[];
  /** Sentences in the visitor's language, for exactly this field. */
  readonly faultsOf: (name: string) => readonly string[];
  /** Every fault, in the order of the input, for the summary above the form. */
  readonly faults: readonly { readonly name: string; readonly message: string }[];
  /** What stands above them. */
  readonly faultsTitle: string;
  /** For a field with one value, under an id that is its name: `<TextInput {...view.field('name')} label=… />`. */
  readonly field: (name: string) => { readonly id: string; readonly name: string; readonly value: string; readonly error: string | undefined };
  readonly extra: Extra;
  /** Values of the path, such as `id`. */
  readonly params: Readonly<Record<string, string>>;
};

export type Page<Input, Output> = {
  readonly kind: 'page';
  readonly path: PagePath;
  readonly nav?: NavigationEntry;
  /** For the title bar; otherwise the operation's title. */
  readonly title?: (view: PageView<Input, Output>) => string;
  readonly render: (view: PageView<Input, Output>) => Rendered;
};

export type FormStart<Input, Extra> = { readonly values?: DeepPartial<Input>; readonly extra?: Extra };
export type DeepPartial<T> = T extends readonly (infer Item)[] ? readonly DeepPartial<Item>[] : T extends object ? { readonly [Key in keyof T]?: DeepPartial<T[Key]> | undefined } : T;

/** `to` is a path of our own; `notice` is shown once on the page it leads to. */
export type GoOn = { readonly to: string; readonly notice?: Saying };
/** For what is shown once and must not stand in an address or a cookie. */
export type ShowOnce = { readonly show: (view: View) => Rendered };
export type Done = GoOn | ShowOnce;

/** GET shows it, POST submits it; on faults it is shown again with 422 and nothing is lost. */
export type Form<Input, Output, Extra, At = Context> = {
  readonly kind: 'form';
  readonly path: PagePath;
  readonly nav?: NavigationEntry;
  /** Runs read-only under the same permission. Without it the form starts empty. */
  readonly load?: (at: At, params: Readonly<Record<string, string>>) => Promise<FormStart<Input, Extra> | Refusal>;
  readonly title?: (view: FormView<Extra>) => string;
  /** Without it a form is made from the input schema. */
  readonly render?: (view: FormView<Extra>) => Rendered;
  readonly done: (output: Output, input: Input) => Done;
};

export type DownloadedFile = { readonly name: string; readonly mediaType: string; readonly body: string | Uint8Array<ArrayBuffer> };
/** GET hands out a file. */
export type Download<Input, Output> = {
  readonly kind: 'download';
  readonly path: PagePath;
  readonly file: (output: Output, input: Input, locale: Locale) => DownloadedFile;
};

export type Screen<Input, Output, Extra, At> = Page<Input, Output> | Download<Input, Output> | Form<Input, Output, Extra, At>;

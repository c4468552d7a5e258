import type { Child } from 'hono/jsx';

type PasskeyButtonProps = {
  /** `sign-in` with a passkey there is, `register` one to be made. */
  readonly purpose: 'sign-in' | 'register';
  /** Where the script asks what the device must sign. */
  readonly ask: string;
  /** Name of the field that takes the device's answer along. */
  readonly name: string;
  readonly id?: string | undefined;
  /** Said when the device did not answer, or the person thought better of it. */
  readonly failed: string;
  readonly error?: string | undefined;
  readonly children?: Child;
};

/** Stands in a form, which it sends once the device has answered. Hidden until the script is there to do it. */
export const PasskeyButton = ({ purpose, ask, name, id = name, failed, error, children }: PasskeyButtonProps) => (
  <div class="regie-passkey" data-passkey={purpose} data-ask={ask} data-failed={failed} hidden>
    <input type="hidden" name={name} value="" />
    <button id={id} class="regie-button regie-button--primary" type="button">{children}</button>
    <p class="regie-passkey__said" role="status">{error}</p>
  </div>
);

import type { Example } from '../testing/example.ts';
import { Form } from '../form/component.tsx';
import { PasskeyButton } from './component.tsx';

export const examples: readonly Example[] = [
  { name: 'sign in', node: <Form action="/aanmelden"><PasskeyButton purpose="sign-in" ask="/v1/vragen" name="passkey" failed="Het is niet gelukt. Probeer het nog eens.">Aanmelden met een passkey</PasskeyButton></Form> },
  { name: 'make one, after it was refused', node: <Form action="/aanmelden"><PasskeyButton purpose="register" ask="/v1/vragen" name="passkey" id="passkey-again" failed="Het is niet gelukt. Probeer het nog eens." error="Deze passkey kennen wij niet.">Maak een passkey</PasskeyButton></Form> },
];

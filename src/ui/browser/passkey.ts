/// <reference lib="dom" />
/**
 * Passkeys: the one thing here that cannot work without script. A button asks the server what to sign, the device
 * signs, and the form goes on with the answer in it. Browsers that cannot (Baseline 2025) never see the button.
 */
type Asked = { readonly options: Record<string, unknown> };

const valueIn = (form: HTMLFormElement, name: string): string | undefined => form.querySelector<HTMLInputElement>(`[name="${name}"]`)?.value || undefined;

async function ask(address: string, purpose: string, form: HTMLFormElement): Promise<Asked> {
  const body = JSON.stringify({ purpose, ...(purpose === 'register' ? { name: valueIn(form, 'name'), email: valueIn(form, 'email') } : {}) });
  const response = await fetch(address, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  if (!response.ok) throw new Error(String(response.status));
  return (await response.json()) as Asked;
}

function sign(purpose: string, { options }: Asked): Promise<Credential | null> {
  if (purpose === 'register') return navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options as never) });
  return navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options as never) });
}

function offer(holder: HTMLElement): void {
  const [button, answer, said] = [holder.querySelector('button'), holder.querySelector('input'), holder.querySelector('[role=status]')];
  const form = holder.closest('form');
  const { passkey: purpose = '', ask: address = '', failed = '' } = holder.dataset;
  if (!button || !answer || !said || !form) return;
  holder.hidden = false;
  button.addEventListener('click', async () => {
    said.textContent = '';
    button.disabled = true;
    try {
      answer.value = JSON.stringify(await sign(purpose, await ask(address, purpose, form)));
      form.requestSubmit();
    } catch {
      said.textContent = failed;
    }
    button.disabled = false;
  });
}

export function offerPasskeys(): void {
  if (typeof PublicKeyCredential === 'undefined' || !('parseRequestOptionsFromJSON' in PublicKeyCredential)) return;
  document.querySelectorAll<HTMLElement>('[data-passkey]').forEach(offer);
}

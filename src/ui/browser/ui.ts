/// <reference lib="dom" />
import { offerPasskeys } from './passkey.ts';

/**
 * The whole script of the interface. Everything works without it; it only takes away a nuisance here and there.
 * It keeps nothing, and makes no request but for a passkey (passkey.ts).
 */

/** A region that does not scroll needs no stop on the way through the page. */
function stopOnlyAtRegionsThatScroll(): void {
  for (const region of document.querySelectorAll<HTMLElement>('[data-region]')) {
    if (region.scrollWidth > region.clientWidth) region.tabIndex = 0;
    else region.removeAttribute('tabindex');
  }
}

/** A drawing wider than the screen opens at what the page is about. */
function beginAtTheSubject(): void {
  for (const subject of document.querySelectorAll('[data-region] [data-subject]')) {
    const region = subject.closest('[data-region]');
    if (!region) continue;
    const { left, width } = subject.getBoundingClientRect();
    region.scrollLeft += left + width / 2 - region.getBoundingClientRect().left - region.clientWidth / 2;
  }
}

/** After a refused form the reader lands on what is wrong. */
const focusFirst = (): void => document.querySelector<HTMLElement>('[data-focus-first]')?.focus();

function guardUnsavedChanges(form: HTMLFormElement): void {
  let changed = false;
  form.addEventListener('input', () => (changed = true));
  form.addEventListener('submit', () => (changed = false));
  addEventListener('beforeunload', (event) => {
    if (changed) event.preventDefault();
  });
}

function offerToCopy(holder: HTMLElement): void {
  const button = holder.querySelector<HTMLButtonElement>('button');
  const answer = holder.querySelector('[role=status]');
  if (!button || !answer || !navigator.clipboard) return;
  holder.hidden = false;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(button.dataset['copyText'] ?? '');
    answer.textContent = button.dataset['copied'] ?? '';
  });
}

function offerToPrint(holder: HTMLElement): void {
  holder.hidden = false;
  holder.querySelector('button')?.addEventListener('click', () => print());
}

function closeMenusOnEscape(event: KeyboardEvent): void {
  if (event.key !== 'Escape') return;
  for (const menu of document.querySelectorAll<HTMLDetailsElement>('details[data-closes][open]')) {
    menu.open = false;
    menu.querySelector('summary')?.focus();
  }
}

stopOnlyAtRegionsThatScroll();
beginAtTheSubject();
addEventListener('resize', stopOnlyAtRegionsThatScroll);
addEventListener('keydown', closeMenusOnEscape);
document.querySelectorAll<HTMLFormElement>('form[data-guard]').forEach(guardUnsavedChanges);
document.querySelectorAll<HTMLElement>('[data-copy]').forEach(offerToCopy);
document.querySelectorAll<HTMLElement>('[data-print]').forEach(offerToPrint);
offerPasskeys();
focusFirst();

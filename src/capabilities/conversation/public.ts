/** What others may use of the conversation. */
export { removeAnswersOf, sealedColumns as sealedInConversation } from './store.ts';

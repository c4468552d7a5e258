/** What other slices may use of the verdicts. */
export { type Assessed, assessmentOf } from './current-assessment.ts';
export { countryName, exposureWord, factAnswer, factName, factQuestion, layerAbout, layerName, layerTitle, readingMeaning, readingWord, toneOfVerdict, verdictMeaning, verdictWord } from './spoken.ts';
export { linesIn, readPolicyDocument, unlessTooLarge } from './policy-document.ts';
export { reportStyle } from './report/style.ts';
export { readingMember } from './reading-member.ts';

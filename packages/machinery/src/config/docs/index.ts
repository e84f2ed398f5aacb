/** Words, examples and defaults of the configuration. Some 230 kB of text: import it only where words are shown. */
export type { DomainDocs, ExampleDocs, FieldDocs, StructDocs } from './docs.ts';
export {
	allPaths,
	type ChildExplanation,
	type ExplainedExample,
	type ExplainResult,
	type Explanation,
	explainDocuments,
	explainPath,
} from './explain.ts';
export { documentsText, explanationText } from './explanation-text.ts';
export { commentOf, examplesOf, fieldDocs, structDocs } from './lookup.ts';

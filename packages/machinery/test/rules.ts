import type { DocumentKind, ValidationOptions } from '../src/config/document.ts';
import { ProblemList } from '../src/config/problems.ts';
import type { RootConfig } from '../src/config/types/v1alpha1/root.gen.ts';

export interface Judgement {
	readonly errors: readonly string[];
	readonly warnings: readonly string[];
}

/** The rules of a kind as a function from a document to the messages about it. */
export function rulesOf<T extends object>(kind: DocumentKind<T>, options: Partial<ValidationOptions> = {}): (document: T) => Judgement {
	return (document) => {
		const problems = new ProblemList();
		kind.validate?.(document, problems, { mode: 'metal', local: true, strict: false, ...options });
		return { errors: problems.errors.map(({ message }) => message), warnings: problems.warnings.map(({ message }) => message) };
	};
}

/** The rules between a document of a kind and the root document. */
export function conflictsOf<T extends object>(kind: DocumentKind<T>): (document: T, root: RootConfig) => readonly string[] {
	return (document, root) => {
		const problems = new ProblemList();
		kind.conflicts?.(document, root, problems);
		return problems.errors.map(({ message }) => message);
	};
}

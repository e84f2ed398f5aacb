import type { ConfigPath, Problems } from './document.ts';

/** A problem as a rule reported it: where in the document, and upstream's text. */
export interface Problem {
	readonly path: ConfigPath;
	readonly message: string;
}

/** Problems that were collected, in the order in which they were found. */
export class ProblemList implements Problems {
	readonly errors: Problem[] = [];
	readonly warnings: Problem[] = [];

	error(path: ConfigPath, message: string): void {
		this.errors.push({ path, message });
	}

	warning(path: ConfigPath, message: string): void {
		this.warnings.push({ path, message });
	}
}

/** The same problems, for rules that look at a part of the document: their paths start at `place`. */
export function within(problems: Problems, ...place: ConfigPath): Problems {
	return {
		error: (path, message) => problems.error([...place, ...path], message),
		warning: (path, message) => problems.warning([...place, ...path], message),
	};
}

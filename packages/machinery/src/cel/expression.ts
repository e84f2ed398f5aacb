import { checkCel } from './checker.ts';
import type { CelEnvironment } from './environments.ts';
import { formatIssues } from './issues.ts';
import { parseCel } from './parser.ts';
import { printCel } from './print.ts';
import { formatResultType } from './types.ts';

/**
 * What is wrong with an expression that has to yield a value of the given type; undefined when nothing is.
 * The text is the one of Talos, several lines with the place marked.
 */
export function celProblem(expression: string, environment: CelEnvironment, wanted: 'bool' | 'double'): string | undefined {
	const { node, issues } = parseCel(expression, environment);
	if (node === undefined) return formatIssues(expression, issues);
	const checked = checkCel(node, environment);
	if (checked.issues.length > 0) return formatIssues(expression, checked.issues);
	return checked.type.kind === wanted ? undefined : `expression output type is ${formatResultType(checked.type)}, expected ${wanted}`;
}

/** The expression in the one spelling that Talos prints; undefined when it cannot be read. */
export function canonicalCel(expression: string, environment: CelEnvironment): string | undefined {
	const { node } = parseCel(expression, environment);
	return node === undefined ? undefined : printCel(node);
}

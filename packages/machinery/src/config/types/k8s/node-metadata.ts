import { multiErrorText } from '@ichor/std';
import { byteLength } from '../../byte-length.ts';
import { labelValueProblem, qualifiedNameProblem } from '../../kubernetes-names.ts';
import { quote } from '../../quote.ts';

type Texts = Readonly<Record<string, string>>;

/** Why these cannot be the labels of a Kubernetes node; undefined when they can. */
export function labelsProblem(labels: Texts = {}): string | undefined {
	return together(sorted(labels).flatMap(([key, value]) => [qualifiedNameProblem(key), labelValueProblem(value)]));
}

/** Why these cannot be the annotations of a Kubernetes node. */
export function annotationsProblem(annotations: Texts = {}): string | undefined {
	const entries = sorted(annotations);
	const size = entries.reduce((total, [key, value]) => total + byteLength(key) + byteLength(value), 0);
	return together([
		...entries.flatMap(([key]) => [
			qualifiedNameProblem(key),
			reservedAnnotations.has(key) ? `annotation ${quote(key)} is reserved` : undefined,
		]),
		size > annotationBytes ? `total annotation size exceeds limit of ${annotationBytes} bytes` : undefined,
	]);
}

/** Why these cannot be the taints of a Kubernetes node: keys with `value:Effect` or `Effect`. */
export function taintsProblem(taints: Texts = {}): string | undefined {
	return together(sorted(taints).map(([key, taint]) => qualifiedNameProblem(key) ?? taintProblem(taint)));
}

/** The limit of Kubernetes for all annotations of one object. */
const annotationBytes = 256 * 1024;

/** In these Talos notes what on a node is its own. */
const reservedAnnotations: ReadonlySet<string> = new Set([
	'talos.dev/owned-annotations',
	'talos.dev/owned-labels',
	'talos.dev/owned-taints',
]);

const taintEffects: readonly string[] = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];

function taintProblem(taint: string): string | undefined {
	const colon = taint.indexOf(':');
	const effect = taint.slice(colon + 1);
	if (!taintEffects.includes(effect)) return `invalid taint effect: ${quote(effect)}`;
	return colon < 0 ? undefined : labelValueProblem(taint.slice(0, colon));
}

function sorted(texts: Texts): readonly (readonly [key: string, value: string])[] {
	return Object.entries(texts).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

function together(messages: readonly (string | undefined)[]): string | undefined {
	const found = messages.filter((message) => message !== undefined);
	return found.length === 0 ? undefined : multiErrorText(found);
}

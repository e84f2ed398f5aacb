import { multiErrorText } from '@ichor/std';
import { conflictHint } from './conflict-hint.ts';
import type { ConfigDocument, MachineConfig, ValidationOptions } from './document.ts';
import { documentHint } from './document-hint.ts';
import { documentsOf, documentTitle } from './documents.ts';
import { ConfigError, type ConfigPlace } from './errors.ts';
import { legibleConfig } from './legible-config.ts';
import { placeOf } from './place.ts';
import { type Problem, ProblemList } from './problems.ts';
import { checkWholeConfig } from './whole-config-rules.ts';

export interface ValidationResult {
	/** What is allowed, but probably not meant. In upstream's order. */
	readonly warnings: readonly ConfigWarning[];
	/** All broken rules in one, coded `invalid`; absent when the configuration is valid. */
	readonly error?: ConfigError;
}

export interface ConfigWarning {
	/** Upstream's text. */
	readonly message: string;
	/** Absent when the document came from no text. */
	readonly place?: ConfigPlace;
}

/**
 * Judges a whole configuration: each document by itself, then against the root document, then all together.
 *
 * Documents of kinds that we do not know are not looked at. Never throws.
 */
export function validateConfig(given: MachineConfig, options: ValidationOptions): ValidationResult {
	const config = legibleConfig(given);
	const warnings: ConfigWarning[] = [];
	const messages: string[] = [];
	const places: ConfigPlace[] = [];
	const addPlace = (document: ConfigDocument, { path, message }: Problem, hint?: string) => {
		const place = placeOf(document, path, message, hint);
		if (place !== undefined) places.push(place);
	};

	for (const document of config.documents) {
		const problems = new ProblemList();
		document.definition?.validate?.(document.value, problems, options);
		for (const warning of problems.warnings) {
			const place = placeOf(document, warning.path, warning.message);
			warnings.push({ message: warning.message, ...(place === undefined ? {} : { place }) });
		}
		if (problems.errors.length > 0) messages.push(`${documentTitle(document)}: ${joined(document, problems.errors)}`);
		for (const problem of problems.errors) addPlace(document, problem, documentHint(document));
	}

	const [root] = documentsOf(config, 'v1alpha1');
	for (const document of root === undefined ? [] : config.documents) {
		const problems = new ProblemList();
		document.definition?.conflicts?.(document.value, root?.value ?? {}, problems);
		for (const problem of problems.errors) {
			const advice = conflictHint(document, root?.value ?? {});
			messages.push(problem.message);
			if (advice === undefined || root === undefined) addPlace(document, problem);
			else addPlace(root, { ...problem, path: advice.field }, advice.hint);
		}
	}

	checkWholeConfig(config, options.mode, (message, document, path = []) => {
		messages.push(message);
		if (document !== undefined) addPlace(document, { path, message });
	});
	if (messages.length === 0) return { warnings };
	return { warnings, error: new ConfigError('invalid', multiErrorText(messages), { places }) };
}

/** The root document counts its errors, all others have a line for each. */
function joined({ kind }: ConfigDocument, errors: readonly Problem[]): string {
	const messages = errors.map(({ message }) => message);
	return kind === 'v1alpha1' ? multiErrorText(messages) : messages.join('\n');
}

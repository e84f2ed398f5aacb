import type { DocumentKind, Problems } from '../../document.ts';
import { within } from '../../problems.ts';
import {
	type ImageVerificationConfig,
	type ImageVerificationRule,
	imageVerificationConfigSchema,
} from './image-verification-config.gen.ts';

/** Which images have to be signed, and by whom. */
export const imageVerificationConfig: DocumentKind<ImageVerificationConfig> = {
	kind: 'ImageVerificationConfig',
	schema: imageVerificationConfigSchema,
	since: 'v1.13',
	named: false,
	controlPlaneOnly: false,
	validate({ rules = [] }, problems) {
		for (const [index, rule] of rules.entries()) checkRule(rule, `rule ${index}`, within(problems, 'rules', index));
	},
};

function checkRule(rule: ImageVerificationRule, name: string, problems: Problems): void {
	checkPattern(rule.image ?? '', name, problems);
	const decided = rule.skip === true || rule.deny === true;
	const verified = rule.keyless !== undefined || rule.publicKey !== undefined;
	if (rule.skip && rule.deny) problems.error(['deny'], `${name}: skip and deny cannot both be true`);
	if (decided && verified) problems.error([], `${name}: verifiers cannot be configured if skip or deny is true`);
	if (!decided && !verified) problems.error([], `${name}: at least one verifier must be configured`);
	if (rule.keyless !== undefined && rule.publicKey !== undefined) {
		problems.error(['publicKey'], `${name}: only one of keyless or publicKey verifier can be configured`);
	}
	checkVerifiers(rule, name, problems);
}

function checkPattern(pattern: string, name: string, problems: Problems): void {
	if (pattern === '') return problems.error(['image'], `${name}: imagePattern must be specified`);
	const misses = (character: string) =>
		`${name}: imagePattern contains '${character}' but matching only applies to the image registry and repository, not the tag or digest`;
	if (pattern.includes('@')) problems.warning(['image'], misses('@'));
	const slash = pattern.indexOf('/');
	if (slash >= 0 && pattern.includes(':', slash)) problems.warning(['image'], misses(':'));
	if (slash >= 0 || pattern === '*') return;
	problems.warning(
		['image'],
		`${name}: imagePattern does not contain a '/', image references like 'nginx' are matched as 'docker.io/nginx' (normalized)`,
	);
}

function checkVerifiers({ keyless, publicKey }: ImageVerificationRule, name: string, problems: Problems): void {
	if (keyless !== undefined) {
		const { issuer = '', subject = '', subjectRegex = '' } = keyless;
		if (issuer === '') problems.error(['keyless', 'issuer'], `${name}: verifier OIDC issuer must be specified`);
		if (subject === '' && subjectRegex === '') {
			problems.error(['keyless', 'subject'], `${name}: verifier subject or subjectRegex must be specified`);
		}
	}
	if (publicKey !== undefined && (publicKey.certificate ?? '') === '') {
		problems.error(['publicKey', 'certificate'], `${name}: verifier certificates must be specified`);
	}
}

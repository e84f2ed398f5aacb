import type { ArgumentRule } from './command.ts';

/** None. What stands there instead is taken for a command's name. */
export const noArguments: ArgumentRule = (args, path) =>
	args[0] === undefined ? undefined : `unknown command ${JSON.stringify(args[0])} for "${path}"`;

export const anyArguments: ArgumentRule = () => undefined;

export function exactly(count: number): ArgumentRule {
	return (args) => (args.length === count ? undefined : `accepts ${count} arg(s), received ${args.length}`);
}

export function atLeast(count: number): ArgumentRule {
	return (args) => (args.length >= count ? undefined : `requires at least ${count} arg(s), only received ${args.length}`);
}

export function atMost(count: number): ArgumentRule {
	return (args) => (args.length <= count ? undefined : `accepts at most ${count} arg(s), received ${args.length}`);
}

export function between(least: number, most: number): ArgumentRule {
	return (args) =>
		args.length >= least && args.length <= most ? undefined : `accepts between ${least} and ${most} arg(s), received ${args.length}`;
}

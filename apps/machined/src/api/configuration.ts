import { type MachineService, ApplyConfigurationRequest_Mode as Mode } from '@ichor/api/machine';
import { configDiffText, loadConfig, rebootPaths, redactConfig } from '@ichor/machinery/config';
import { formatDuration } from '@ichor/machinery/duration';
import { parseContract, versionTag } from '@ichor/machinery/versions';
import { type Handlers, RpcError } from '@ichor/rpc';
import { messageOf } from '@ichor/std';
import { checkConfiguration } from '../boot/configuration.ts';
import type { Machine } from '../machine.ts';
import { rebootSequence } from '../sequencer/end-sequences.ts';

/** ApplyConfiguration: judged whole, stored whole, in the mode that was asked for; one at a time. */
export function configurationApi(machine: Machine): Handlers<typeof MachineService> {
	const { configuration, context } = machine;
	const trial = new Trial(machine);
	let busy = false;
	let rebooting = false;
	return {
		async applyConfiguration({ data, mode: asked, dryRun, tryModeTimeout }) {
			if (busy) throw new RpcError('failed-precondition', 'another apply configuration is already in progress');
			if (rebooting) throw new RpcError('failed-precondition', alreadyRebooting);
			busy = true;
			try {
				const text = decodeText(data);
				const maintenance = !configuration.complete;
				const warnings = [...checkConfiguration(text, { maintenance })];
				const { mode, why } = resolveMode(asked, maintenance ? undefined : configuration.active, text);
				const details = sentences[mode] ?? '';
				if (dryRun) {
					const summary = `Dry run summary:\n${details} (skipped in dry-run).\n${changes(configuration.active, text)}`;
					return { messages: [{ mode, modeDetails: summary }] };
				}
				context.log('info', `apply config request: mode ${nameOf(asked)}${asked === Mode.AUTO ? `(${nameOf(mode)})` : ''}`);
				if (mode === Mode.TRY) {
					const nanoseconds =
						tryModeTimeout === undefined ? defaultTrial : tryModeTimeout.seconds * 10n ** 9n + BigInt(tryModeTimeout.nanos);
					await trial.begin(text, Number(nanoseconds / 1_000_000n));
					const reverted = `The config is applied in 'try' mode and will be automatically reverted back in ${formatDuration(nanoseconds)}`;
					return { messages: [{ warnings, mode, modeDetails: `${details}\n${reverted}` }] };
				}
				trial.cancel();
				if (mode === Mode.NO_REBOOT) await configuration.apply(text);
				else await configuration.store(text);
				if (mode === Mode.REBOOT) {
					rebooting = true;
					reboot(machine);
				}
				return { messages: [{ warnings, mode, modeDetails: `${details}${why}` }] };
			} finally {
				busy = false;
			}
		},
	};
}

/** A configuration that holds for a while: then the one before it holds again, unless another one was applied. */
class Trial {
	readonly #machine: Machine;
	#timer: NodeJS.Timeout | undefined;
	#before: string | undefined;

	constructor(machine: Machine) {
		this.#machine = machine;
	}

	/** @throws RpcError "invalid-argument" in maintenance: there is nothing to go back to */
	async begin(text: string, milliseconds: number): Promise<void> {
		const { configuration, context } = this.#machine;
		// what is tried while something is tried goes back to what held before both
		const before = this.#before ?? configuration.active;
		if (before === undefined || !configuration.complete) {
			throw new RpcError('invalid-argument', 'a configuration cannot be tried in maintenance mode');
		}
		this.cancel();
		await configuration.tryOut(text);
		this.#before = before;
		this.#timer = setTimeout(() => {
			this.cancel();
			context.log('info', 'rolling back the configuration');
			configuration.tryOut(before).catch((error: unknown) => context.log('error', 'config rollback failed', { error: messageOf(error) }));
		}, milliseconds);
	}

	cancel(): void {
		clearTimeout(this.#timer);
		this.#before = undefined;
	}
}

interface Resolved {
	readonly mode: Mode;
	/** What follows the sentence of the mode; empty when there is nothing to add. */
	readonly why: string;
}

/**
 * What a mode comes to for this change.
 *
 * @param before what holds; undefined in maintenance, where everything applies at once
 * @throws RpcError "invalid-argument" when a change needs a reboot that the mode excludes
 */
function resolveMode(asked: Mode, before: string | undefined, after: string): Resolved {
	if (!(asked in sentences) && asked !== Mode.AUTO)
		throw new RpcError('unknown', `incorrect mode '${asked}' specified for the apply config call`);
	if (before === undefined) return { mode: asked === Mode.AUTO || asked === Mode.REBOOT ? Mode.NO_REBOOT : asked, why: '' };
	if (asked === Mode.STAGED || asked === Mode.REBOOT) return { mode: asked, why: '' };
	if (rebootPaths(loadConfig(before), loadConfig(after), parseContract(versionTag)).length === 0) {
		return { mode: asked === Mode.AUTO ? Mode.NO_REBOOT : asked, why: '' };
	}
	const why = `this config change can't be applied in immediate mode\ndiff:\n${redactedDiff(before, after)}`;
	if (asked !== Mode.AUTO) throw new RpcError('invalid-argument', why);
	return { mode: Mode.REBOOT, why: `: ${why}` };
}

/** After the answer has had its time on the way. */
function reboot(machine: Machine): void {
	setTimeout(() => {
		machine.sequencer
			.run(rebootSequence(machine), { force: true })
			.catch((error: unknown) => machine.context.log('error', 'apply configuration failed', { error: messageOf(error) }));
	}, answerDelay);
}

/** What would change, as upstream prints it; but no secret is in it. */
function changes(before: string | undefined, after: string): string {
	const diff = redactedDiff(before, after);
	return `Config diff:\n\n${diff === '' ? 'No changes.' : diff}`;
}

function redactedDiff(before: string | undefined, after: string): string {
	const [a, b] = [before === undefined ? undefined : loadConfig(before), loadConfig(after)];
	if (configDiffText(a, b) === '') return '';
	const diff = configDiffText(a === undefined ? undefined : redactConfig(a), redactConfig(b));
	return diff === '' ? 'only secrets, which are not shown\n' : diff;
}

/** @throws RpcError "invalid-argument" for what is not UTF-8 */
function decodeText(data: Uint8Array): string {
	try {
		return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(data);
	} catch (error) {
		throw new RpcError('invalid-argument', 'the configuration is not UTF-8 text', { cause: error });
	}
}

function nameOf(mode: Mode): string {
	return names[mode] ?? String(mode);
}

const names: Readonly<Record<number, string>> = {
	[Mode.REBOOT]: 'reboot',
	[Mode.AUTO]: 'auto',
	[Mode.NO_REBOOT]: 'no_reboot',
	[Mode.STAGED]: 'staged',
	[Mode.TRY]: 'try',
};

/** What clients print (upstream's sentences). */
const sentences: Readonly<Record<number, string>> = {
	[Mode.REBOOT]: 'Applied configuration with a reboot',
	[Mode.NO_REBOOT]: 'Applied configuration without a reboot',
	[Mode.STAGED]: 'Staged configuration to be applied after the next reboot',
	[Mode.TRY]: 'Applied configuration without a reboot',
};

const alreadyRebooting =
	'configuration was already applied and node is rebooting, cannot apply more configuration changes until next reboot';
/** Nanoseconds that a configuration is tried (upstream: a minute), and milliseconds that an answer has on its way. */
const defaultTrial = 60n * 10n ** 9n;
const answerDelay = 100;

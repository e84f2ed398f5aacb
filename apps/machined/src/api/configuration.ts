import { type MachineService, ApplyConfigurationRequest_Mode as Mode } from '@ichor/api/machine';
import { configDiffText, loadConfig, redactConfig } from '@ichor/machinery/config';
import { type Handlers, RpcError } from '@ichor/rpc';
import { checkConfiguration } from '../boot/configuration.ts';
import type { Machine } from '../machine.ts';
import { rebootSequence } from '../sequencer/sequences.ts';

/** ApplyConfiguration: judged whole, stored whole, in the mode that was asked for. */
export function configurationApi(machine: Machine): Handlers<typeof MachineService> {
	const { configuration, context } = machine;
	let trial: NodeJS.Timeout | undefined;
	return {
		async applyConfiguration({ data, mode: asked, dryRun, tryModeTimeout }) {
			const text = decodeText(data);
			const warnings = [...checkConfiguration(text)];
			const before = configuration.active;
			const mode = asked === Mode.AUTO ? Mode.NO_REBOOT : before === undefined && asked === Mode.REBOOT ? Mode.NO_REBOOT : asked;
			if (dryRun) {
				return {
					messages: [
						{ warnings, mode, modeDetails: `Dry run summary:\n${sentences[mode]} (skipped in dry-run).\n${changes(before, text)}` },
					],
				};
			}
			clearTimeout(trial);
			if (mode === Mode.TRY) {
				if (before === undefined) throw new RpcError('invalid-argument', 'a configuration cannot be tried in maintenance mode');
				const seconds = Number(tryModeTimeout?.seconds ?? 60n);
				await configuration.tryOut(text);
				trial = setTimeout(() => {
					context.log('info', 'rolling back the configuration that was tried');
					void configuration.tryOut(before);
				}, seconds * 1000);
				const details = `${sentences[mode]}\nThe config is applied in 'try' mode and will be automatically reverted back in ${goDuration(seconds)}`;
				return { messages: [{ warnings, mode, modeDetails: details }] };
			}
			if (mode === Mode.STAGED || mode === Mode.REBOOT) await configuration.store(text);
			else await configuration.apply(text);
			if (mode === Mode.REBOOT) setTimeout(() => void machine.sequencer.run(rebootSequence(machine)).catch(() => undefined), answerDelay);
			return { messages: [{ warnings, mode, modeDetails: sentences[mode] ?? '' }] };
		},
	};
}

/** What would change, as upstream prints it; but no secret is in it. */
function changes(before: string | undefined, after: string): string {
	const [a, b] = [before === undefined ? undefined : loadConfig(before), loadConfig(after)];
	if (configDiffText(a, b) === '') return 'No changes.';
	const diff = configDiffText(a === undefined ? undefined : redactConfig(a), redactConfig(b));
	return `Config diff:\n\n${diff === '' ? 'only secrets, which are not shown\n' : diff}`;
}

/** @throws RpcError "invalid-argument" for what is not UTF-8 */
function decodeText(data: Uint8Array): string {
	try {
		return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(data);
	} catch (error) {
		throw new RpcError('invalid-argument', 'the configuration is not UTF-8 text', { cause: error });
	}
}

/** Milliseconds that the answer has on its way before the machine goes down. */
const answerDelay = 100;

/** What clients print (upstream's sentences). */
const sentences: Readonly<Record<number, string>> = {
	[Mode.REBOOT]: 'Applied configuration with a reboot',
	[Mode.NO_REBOOT]: 'Applied configuration without a reboot',
	[Mode.STAGED]: 'Staged configuration to be applied after the next reboot',
	[Mode.TRY]: 'Applied configuration without a reboot',
};

/** Whole seconds as Go prints a duration. */
function goDuration(seconds: number): string {
	const hours = Math.floor(seconds / 3600);
	const minutes = Math.floor((seconds % 3600) / 60);
	return `${hours > 0 ? `${hours}h` : ''}${hours > 0 || minutes > 0 ? `${minutes}m` : ''}${seconds % 60}s`;
}

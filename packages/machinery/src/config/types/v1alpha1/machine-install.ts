import type { Problems } from '../../document.ts';
import { quote } from '../../quote.ts';
import { attempt, TextRefusal } from '../../scalars/refusal.ts';
import { installDiskExpression } from './install-disk-selector.ts';
import type { InstallExtension, MachineInstall } from './machine-install.gen.ts';

/** The rules of an installation to disk, which only bare metal has: it is known which disk. */
export function checkInstall({ disk, diskSelector, extraKernelArgs = [], grubUseUKICmdline }: MachineInstall, problems: Problems): void {
	const expression = diskSelector && attempt(() => installDiskExpression(diskSelector));
	const isRefused = expression instanceof TextRefusal;
	if (isRefused) problems.error(['diskSelector'], `install disk selector is invalid: ${expression.message}`);
	if (!disk && (!expression || isRefused)) problems.error(['disk'], 'either install disk or diskSelector should be defined');
	if (extraKernelArgs.length > 0 && grubUseUKICmdline) {
		problems.error(['extraKernelArgs'], "install.extraKernelArgs and install.grubUseUKICmdline can't be used together");
	}
}

/** Extensions belong into the installer image; the section is of the past, but each may stand there once. */
export function checkExtensions(extensions: readonly InstallExtension[], problems: Problems): void {
	const seen = new Set<string>();
	for (const [index, { image = '' }] of extensions.entries()) {
		if (seen.has(image)) problems.error([index, 'image'], `duplicate system extension ${quote(image)}`);
		seen.add(image);
	}
	if (seen.size > 0) problems.warning([], extensionsAdvice);
}

const extensionsAdvice =
	'.machine.install.extensions is deprecated, please see ' +
	'https://docs.siderolabs.com/talos/latest/platform-specific-installations/boot-assets';

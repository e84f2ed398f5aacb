import type { Problems } from '../../document.ts';
import { quote } from '../../quote.ts';
import { parseByteCount } from '../../scalars/byte-count.ts';
import type { MachineDisk } from './machine-disks.gen.ts';

/** Only the last partition of a disk can take what is left. */
export function checkDisks(disks: readonly (MachineDisk | null)[], problems: Problems): void {
	for (const [index, disk] of disks.entries()) {
		if (!disk) {
			problems.error([index], `machine.disks[${index}] is null`);
			continue;
		}
		const { device = '', partitions = [] } = disk;
		for (const [position, partition] of partitions.entries()) {
			const path = [index, 'partitions', position];
			if (!partition) problems.error(path, `machine.disks[${index}].partitions[${position}] is null`);
			else if (takesRest(partition.size) && position < partitions.length - 1) {
				problems.error(path, `partition for disk ${quote(device)} is set to occupy full disk, but it's not the last partition in the list`);
			}
		}
	}
}

function takesRest(size: string | undefined): boolean {
	return !size || parseByteCount(size) === 0n;
}

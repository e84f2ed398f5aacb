import type { MessageInitShape } from '@bufbuild/protobuf';
import type { CPUInfoSchema } from '@ichor/api/machine';

/** The processors in /proc/cpuinfo (proc_cpuinfo(5)), as x86 and arm64 tell of them. */
export function parseCpuinfo(text: string): readonly MessageInitShape<typeof CPUInfoSchema>[] {
	return text
		.split(/\n\s*\n/)
		.map(
			(block) =>
				new Map(block.split('\n').map((line) => [line.split(':')[0]?.trim() ?? '', line.slice(line.indexOf(':') + 1).trim()] as const)),
		)
		.filter((fields) => fields.has('processor'))
		.map((fields) => {
			const text = (name: string) => fields.get(name) ?? '';
			const number = (name: string) => Number.parseFloat(text(name)) || 0;
			const words = (name: string) =>
				text(name)
					.split(' ')
					.filter((word) => word !== '');
			return {
				processor: number('processor'),
				vendorId: text('vendor_id'),
				cpuFamily: text('cpu family'),
				model: text('model'),
				modelName: text('model name'),
				stepping: text('stepping'),
				microcode: text('microcode'),
				cpuMhz: number('cpu MHz'),
				cacheSize: text('cache size'),
				physicalId: text('physical id'),
				siblings: number('siblings'),
				coreId: text('core id'),
				cpuCores: number('cpu cores'),
				apicId: text('apicid'),
				initialApicId: text('initial apicid'),
				fpu: text('fpu'),
				fpuException: text('fpu_exception'),
				cpuIdLevel: number('cpuid level'),
				wp: text('wp'),
				flags: words('flags'),
				bugs: words('bugs'),
				bogoMips: number('bogomips'),
				clFlushSize: number('clflush size'),
				cacheAlignment: number('cache_alignment'),
				addressSizes: text('address sizes'),
				powerManagement: text('power management'),
			};
		});
}

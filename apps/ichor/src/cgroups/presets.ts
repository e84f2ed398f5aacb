/** A column: its heading, and the template of its cells (Go's text/template). */
export interface CgroupColumn {
	readonly name: string;
	readonly template: string;
}

const percent = (part: string, whole: string): string => `{{ ${part}.DivideBy ${whole} | printf "%6s%%" }}`;
const size = (field: string): string => `{{ .${field}.HumanizeIBytes | printf "%8s" }}`;
const wide = (field: string, width: number): string => `{{ .${field} | printf "%${width}s" }}`;
const span = (field: string): string => `{{ .${field}.UsecToDuration | printf "%12s" }}`;
const share = (field: string): string => `{{ if .Parent }}{{ .${field}.DivideBy .Parent.${field} | printf "%6s" }}%{{ else }}-{{ end }}`;
const disks = (body: string): string => `{{ range $disk, $v := .IOStat }}${body}{{ end }}`;

/** The columns of upstream's presets. */
export const cgroupPresets = {
	cpu: [
		{ name: 'CpuWeight', template: wide('CPUWeight', 6) },
		{ name: 'CpuNice', template: wide('CPUWeightNice', 6) },
		{ name: 'CpuMax', template: wide('CPUMax', 6) },
		{ name: 'CpuUser', template: span('CPUStat.user_usec') },
		{ name: 'User/%', template: share('CPUStat.user_usec') },
		{ name: 'CpuSystem', template: span('CPUStat.system_usec') },
		{ name: 'System/%', template: share('CPUStat.system_usec') },
		{ name: 'Throttled', template: span('CPUStat.throttled_usec') },
	],
	cpuset: [
		{ name: 'CpuSet', template: wide('CPUSetCPUs', 12) },
		{ name: 'CpuSet(Eff)', template: wide('CPUSetCPUsEffective', 12) },
		{ name: 'Mems', template: wide('CPUSetMems', 12) },
		{ name: 'Mems(Eff)', template: wide('CPUSetMemsEffective', 12) },
	],
	io: [
		{
			name: 'Bytes Read/Written',
			template: disks('{{ if $v }}{{ $disk }}: {{ $v.rbytes.HumanizeIBytes }}/{{ $v.wbytes.HumanizeIBytes }} {{ end }}'),
		},
		{ name: 'ios Read/Write', template: `{{ if .Parent }}${disks('{{ $disk }}: {{ $v.rios }}/{{ $v.wios }} ')}{{ end }}` },
		{ name: 'PressAvg10', template: wide('IOPressure.some.avg10', 6) },
		{ name: 'PressAvg60', template: wide('IOPressure.some.avg60', 6) },
		{ name: 'PressTotal', template: span('IOPressure.some.total') },
	],
	memory: [
		{ name: 'MemCurrent', template: size('MemoryCurrent') },
		{ name: 'MemPeak', template: size('MemoryPeak') },
		{ name: 'MemLow', template: size('MemoryLow') },
		{ name: 'Peak/Low', template: percent('.MemoryPeak', '.MemoryLow') },
		{ name: 'MemHigh', template: size('MemoryHigh') },
		{ name: 'MemMin', template: size('MemoryMin') },
		{ name: 'Current/Min', template: percent('.MemoryCurrent', '.MemoryMin') },
		{ name: 'MemMax', template: size('MemoryMax') },
	],
	process: [
		{ name: 'PidsCurrent', template: wide('PidsCurrent', 8) },
		{ name: 'PidsPeak', template: wide('PidsPeak', 8) },
		{ name: 'PidsMax', template: wide('PidsMax', 8) },
		{ name: 'Procs', template: '{{ .CgroupProcs | len | printf "%7d" }}' },
		{ name: 'Threads', template: '{{ .CgroupThreads | len | printf "%7d" }}' },
		{ name: 'Processes', template: '{{ if .Parent }}{{ .CgroupProcsResolved | printf "%s" | printf "%.50s" }}{{ end }}' },
	],
	psi: [
		{ name: 'MemCurrent', template: size('MemoryCurrent') },
		{ name: 'MemPsiSome10', template: wide('MemoryPressure.some.avg10', 6) },
		{ name: 'MemPsi10', template: wide('MemoryPressure.full.avg10', 6) },
		{ name: 'CpuPsi10', template: wide('CPUPressure.full.avg10', 6) },
		{ name: 'IoPsi10', template: wide('IOPressure.full.avg10', 6) },
	],
	swap: [
		{ name: 'SwapCurrent', template: size('MemorySwapCurrent') },
		{ name: 'SwapPeak', template: size('MemorySwapPeak') },
		{ name: 'SwapHigh', template: size('MemorySwapHigh') },
		{ name: 'SwapMax', template: size('MemorySwapMax') },
		{ name: 'ZswapCurrent', template: size('MemoryZswapCurrent') },
		{ name: 'ZswapMax', template: size('MemoryZswapMax') },
		{ name: 'ZswapWriteback', template: '{{ .MemoryZswapWriteback }}' },
	],
} satisfies Readonly<Record<string, readonly CgroupColumn[]>>;

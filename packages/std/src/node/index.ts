export { writeFileAtomically } from './atomic-file.ts';
export { followMachined } from './daemon.ts';
export { reduceMemoryWhenQuiet } from './memory-reducer.ts';
export { ProgramError, type ProgramOptions, runProgram } from './program.ts';
export { ProgressLine } from './progress-line.ts';
export { errnoReason, isSystemError, systemErrorText } from './system-error.ts';

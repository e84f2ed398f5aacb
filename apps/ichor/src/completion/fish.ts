import { shell } from './shell.ts';

/** Completes `ichor` in fish 3 and later. @param request the hidden command to ask */
export const fishScript = (request: string): string => shell`# fish completion for ichor

function __ichor_complete
	set -l words (commandline --tokens-expanded --cut-at-cursor --current-process 2>/dev/null; or commandline -opc)
	set -l current (commandline -ct)
	set -l lines ($words[1] ${request} $words[2..-1] "$current" 2>/dev/null)
	test (count $lines) -gt 0; or return
	set -l directive (string replace ':' '' -- $lines[-1])
	set -e lines[-1]
	test (math "bitand($directive, 1)") -eq 0; or return

	# A flag and its value in one word: fish replaces the whole word.
	set -l before ''
	set -l value $current
	if string match -qr -- '^-[^=]+=' $current
		set before (string match -r -- '^-[^=]+=' $current)
		set value (string replace -- $before '' $current)
	end

	if test (math "bitand($directive, 16)") -ne 0
		__fish_complete_directories $value | string replace -r '^' -- "$before"
	else if test (math "bitand($directive, 8)") -ne 0
		__fish_complete_directories $value | string replace -r '^' -- "$before"
		for ending in $lines
			__fish_complete_suffix $value .$ending | string replace -r '^' -- "$before"
		end
	else if test (count $lines) -eq 0 -a (math "bitand($directive, 4)") -eq 0
		__fish_complete_path $value | string replace -r '^' -- "$before"
	else
		for line in $lines
			echo "$before$line"
		end
	end
end

complete -c ichor -e
complete -c ichor -f -a '(__ichor_complete)'
`;

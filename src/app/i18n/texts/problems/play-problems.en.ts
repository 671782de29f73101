/** Why a challenge, or the result of a game, is refused: `problems` of the interface. */
export const playProblems = {
  'challenge-short': 'The code has {{given}} characters, a challenge has {{expected}}. Type the rest.',
  'challenge-long':
    'The code has {{given}} characters, a challenge has {{expected}}. Leave out what is too much.',
  'challenge-character': '“{{given}}” stands in no code of a challenge. Look at that character again.',
  'challenge-damaged':
    'The code {{given}} is not right: a character is wrong, or two changed places. Compare it again.',
  'challenge-version':
    'This code is of version {{given}} of challenges; version {{known}} can be read. Load the page again, or update the program.',
  'challenge-impossible': 'The code {{given}} names a problem that there is not. Make a new challenge.',
  'page-later':
    'A later version of this page keeps games and classes in this browser. This version leaves them alone and keeps nothing: load the page again to get that version.',
  'result-foreign': 'This is no result of a game. Copy the whole code, from the letters TbT on.',
  'result-short': 'The code breaks off after {{given}} characters. Copy the whole of it again.',
  'result-character':
    'Character {{character}} of the code, “{{given}}”, stands in none. Copy the code again.',
  'result-version':
    'This result is of version {{given}} of the game; version {{known}} can be read. Load the page again, or update the program.',
  'result-length': 'A code of {{given}} characters has some too few or too many. Copy the whole of it again.',
  'result-damaged': 'The code is damaged: it does not agree with its check. Copy the whole of it again.',
  'class-other-challenge': 'This result is of the challenge {{given}}; the class plays {{expected}}.',
  'class-doubled': 'The same result stands in line {{first}} already. It counts once.',
  'class-doubled-elsewhere':
    'The same result stands in line {{first}} of {{source}} already. It counts once.',
};

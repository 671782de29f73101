export const playProblems = {
  'challenge-short': '输入了 {{given}} 个字符，挑战码有 {{expected}} 个。请补全。',
  'challenge-long': '输入了 {{given}} 个字符，挑战码只有 {{expected}} 个。请删去多余的。',
  'challenge-character': '挑战码中没有“{{given}}”这个字符，请再看一遍。',
  'challenge-damaged': '挑战码 {{given}} 不对：有字符输错，或有两个换了位置。请再核对一遍。',
  'challenge-version': '这个挑战码的版本是 {{given}}，这里只能读取版本 {{known}}。请重新载入页面或更新程序。',
  'challenge-impossible': '挑战码 {{given}} 指的问题不存在。请重新创建挑战。',
  'page-later':
    '此浏览器中保存的对局和班级来自更新版本的页面。本版本不会改动它们，也不会保存任何内容；请重新载入页面以使用更新的版本。',
  'result-foreign': '这不是一局的成绩码。请从字母 TbT 开始，把整个成绩码复制过来。',
  'result-short': '成绩码只有 {{given}} 个字符，后面缺了。请重新完整复制。',
  'result-character': '成绩码的第 {{character}} 个字符“{{given}}”不会出现在成绩码中。请重新复制。',
  'result-version': '这份成绩的版本是 {{given}}，这里只能读取版本 {{known}}。请重新载入页面或更新程序。',
  'result-length': '成绩码有 {{given}} 个字符，缺了或多了几个。请重新完整复制。',
  'result-damaged': '成绩码已损坏，与校验值不符。请重新完整复制。',
  'class-other-challenge': '这份成绩属于挑战 {{given}}，全班玩的是 {{expected}}。',
  'class-doubled': '同一份成绩在第 {{first}} 行已经出现，只算一次。',
  'class-doubled-elsewhere': '同一份成绩在 {{source}} 的第 {{first}} 行已经出现，只算一次。',
};

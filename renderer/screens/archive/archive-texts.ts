import { defineTexts } from "../../ui/i18n.ts";

export const archiveTexts = defineTexts("archive", {
  title: { zh: "归档与恢复", en: "Archive and restore" },
  help: {
    zh: "把全部记录、修改历史和附件存成一个加密文件。换电脑或出事时，用口令或恢复密钥取回。",
    en: "All records, their history and all attachments as one encrypted file, opened with a passphrase or the recovery key.",
  },
  insecure: {
    zh: "这个地址不是安全连接，浏览器不提供加密功能：请用 https 或在本机打开。",
    en: "This address is no secure connection, so the browser offers no encryption: use https, or open it on this machine.",
  },
  fingerprint: { zh: "本机签名指纹", en: "This desk's fingerprint" },
  recoveryNone: {
    zh: "还没有恢复密钥：忘记口令就打不开归档。请先打印一把。",
    en: "There is no recovery key yet: without it, a forgotten passphrase loses the archive. Print one first.",
  },
  recoveryKnown: {
    zh: "恢复密钥：{{number}}（{{at}} 打印），以后的归档都能用它打开。",
    en: "Recovery key: {{number}} (printed {{at}}); every later archive opens with it.",
  },
  archive: { zh: "现在归档…", en: "Archive now…" },
  restore: { zh: "从归档恢复…", en: "Restore from an archive…" },
  printKey: { zh: "打印恢复密钥…", en: "Print a recovery key…" },
  anotherKey: { zh: "另换恢复密钥…", en: "Print another recovery key…" },
  ferryTitle: { zh: "两网摆渡（U 盘）", en: "Between two networks (by USB stick)" },
  ferryHelp: {
    zh: "两个不连通的网络之间，用加密文件来回带：导出对方还没有的修改和附件，对方导入后再导出带回。重复导入不会重复。",
    en: "Between networks that never meet, files go to and fro: each holds what the other side does not have yet. Reading one twice does no harm.",
  },
  ferryIn: { zh: "导入摆渡文件…", en: "Read a file…" },
  ferryOut: { zh: "导出摆渡文件…", en: "Write a file…" },
  ferryNew: { zh: "新的对方", en: "Another side" },
  ferryNone: { zh: "还没有和别的网络摆渡过。", en: "No files were carried yet." },
  partner: { zh: "对方", en: "Other side" },
  partnerName: { zh: "对方名称（例如：外网办公机）", en: "Name of the other side" },
  sent: { zh: "已导出", en: "Written" },
  confirmed: { zh: "对方已导入到", en: "They have read up to" },
  received: { zh: "已导入对方的", en: "Read of theirs" },
  fileNo: { zh: "第 {{no}} 号", en: "No. {{no}}" },
  noFile: { zh: "无", en: "none" },
  passphrase: { zh: "口令", en: "Passphrase" },
  again: { zh: "再输一次", en: "Once more" },
  passphraseHelp: {
    zh: "口令不保存在任何地方。请用一句自己记得住、别人猜不到的话，至少 12 个字符。",
    en: "It is kept nowhere. Take a sentence that you remember and nobody guesses, 12 characters at least.",
  },
  ferryPassphraseHelp: {
    zh: "两边约好同一个口令，不要写在 U 盘上。口令不保存在任何地方，至少 12 个字符。",
    en: "Agree on one with the other side, and do not write it on the stick. It is kept nowhere; 12 characters at least.",
  },
  tooShort: { zh: "太短：至少 12 个字符", en: "Too short: 12 characters at least" },
  tooLong: { zh: "太长：最多 128 个字符", en: "Too long: 128 characters at most" },
  tooSimple: {
    zh: "太简单：重复或顺着键盘排的字符一试就开",
    en: "Too simple: a run or a repetition is tried first",
  },
  common: { zh: "太常见：这是别人最先试的口令", en: "Too common: this is tried first" },
  guessable: {
    zh: "太好猜：不要用医院、科室或人名",
    en: "Too easy to guess: no name of the hospital or of people",
  },
  fair: { zh: "强度：够用；再长一些更好", en: "Strength: fair; longer is better" },
  strong: { zh: "强度：强", en: "Strength: strong" },
  differs: { zh: "两次输入不一样", en: "The two differ" },
  start: { zh: "选择位置并开始", en: "Choose a place and begin" },
  cancel: { zh: "取消", en: "Cancel" },
  close: { zh: "关闭", en: "Close" },
  locking: { zh: "正在上锁…", en: "Locking…" },
  writing: { zh: "正在写入…", en: "Writing…" },
  made: {
    zh: "已存成：{{name}}。修改 {{changes}} 条，附件 {{blobs}} 个。",
    en: "Kept as {{name}}: {{changes}} changes, {{blobs}} attachments.",
  },
  madeNo: {
    zh: "第 {{no}} 号摆渡文件已存成：{{name}}。修改 {{changes}} 条，附件 {{blobs}} 个。请带到对方导入。",
    en: "File no. {{no}} kept as {{name}}: {{changes}} changes, {{blobs}} attachments. Take it to the other side.",
  },
  madeMissing: {
    zh: "有 {{count}} 个附件不在这台电脑上，没有存进去（文件里列了清单）。",
    en: "{{count}} attachments are not on this machine and are not in it (the file lists them).",
  },
  madeAdvice: {
    zh: "请复制到移动硬盘或另一台电脑，并当场用“从归档恢复”检查一次能否打开。",
    en: "Copy it to another disk, and see at once that “Restore” opens it.",
  },
  writeFailed: {
    zh: "没有写成，请换一个位置再试（磁盘可能已满）。",
    en: "It was not written. Try another place; the disk may be full.",
  },
  restoreTitle: { zh: "从归档恢复", en: "Restore from an archive" },
  ferryInTitle: { zh: "导入摆渡文件", en: "Read a file from the other network" },
  chooseFile: { zh: "选择文件…", en: "Choose a file…" },
  noFileYet: { zh: "还没有选择文件", en: "No file chosen" },
  openBy: { zh: "开锁方式", en: "Open with" },
  byPassphrase: { zh: "口令", en: "Passphrase" },
  byRecovery: { zh: "恢复密钥", en: "Recovery key" },
  recoveryKey: { zh: "恢复密钥（按纸上各组录入）", en: "Recovery key (group by group, as on the paper)" },
  recoveryAsked: {
    zh: "这份归档要用编号 {{number}} 的恢复密钥。",
    en: "This archive opens with recovery key {{number}}.",
  },
  check: { zh: "检查文件", en: "Check the file" },
  checking: { zh: "正在从头到尾检查，没有写入任何内容…", en: "Reading all of it; nothing is written…" },
  sound: { zh: "文件完整，签名有效", en: "The file is whole and its signature valid" },
  from: { zh: "来自", en: "From" },
  madeAt: { zh: "制作时间", en: "Made" },
  holds: { zh: "内容", en: "Contents" },
  holdsText: {
    zh: "修改 {{changes}} 条，附件 {{blobs}} 个",
    en: "{{changes}} changes, {{blobs}} attachments",
  },
  missingText: {
    zh: "，另有 {{count}} 个附件制作时就缺",
    en: "; {{count}} attachments were missing when it was made",
  },
  signer: { zh: "签名指纹", en: "Fingerprint" },
  ahead: {
    zh: "文件里有比现在晚 {{hours}} 小时的修改：制作方或本机的时钟不准，请核对。",
    en: "It holds changes {{hours}} hours ahead of now: their clock or ours is wrong.",
  },
  takeIn: { zh: "取回到这台电脑", en: "Take it in here" },
  takeInHelp: {
    zh: "只补这里没有的，不覆盖、不删除。中途取消，已取回的保留；再用同一文件会接着取。",
    en: "Only what is lacking here is added; nothing is overwritten. If you stop, what came stays, and the same file goes on.",
  },
  taking: { zh: "正在取回…", en: "Taking it in…" },
  taken: {
    zh: "取回完成：新的修改 {{changes}} 条，附件 {{blobs}} 个；{{known}} 条这里本来就有。",
    en: "Done: {{changes}} new changes, {{blobs}} attachments; {{known}} were here already.",
  },
  takenTypes: { zh: "其中：{{types}}", en: "Of these: {{types}}" },
  skipped: {
    zh: "缺少第 {{numbers}} 号文件（没有在这里导入过）。其中的内容本文件都已包含，不用再找。",
    en: "File no. {{numbers}} was never read here. All it held is in this one, too.",
  },
  back: {
    zh: "请再“导出摆渡文件”带回对方，两边就一致了。",
    en: "Now write a file for the other side: then both are the same.",
  },
  unjudged: {
    zh: "这台电脑有 {{count}} 条修改还没有经过科室服务，这次不带：服务若退回，对方却已收到，两边就不一样了。联网同步后再导出，就会带上。",
    en: "{{count}} changes of this computer have not been to the office's service and are left out: if it refused one, the other side would have it all the same. Once they have been there, the next file holds them.",
  },
  unjudgedToo: {
    zh: "服务长期连不上，仍要带上",
    en: "The service is out of reach for long: take them along",
  },
  relayWillStay: {
    zh: "您的账号没有“摆渡”权限：导入的内容只留在这台电脑上，其他电脑看不到。要送到科室服务，请主任在这台电脑上登录，到“两网摆渡”点“由我担保，送到服务”；或由主任在自己的电脑上导入同一个文件。",
    en: "Your account may not vouch for another network: what you read stays on this computer and nobody else sees it. To bring it to the office's service, a director signs in here and says so under “Between two networks”, or reads the same file on another computer.",
  },
  relayStays: {
    zh: "摆渡来的 {{count}} 条修改只在这台电脑上，其他电脑看不到。请主任在这台电脑上登录，到这里点“由我担保，送到服务”；或由主任在自己的电脑上导入同一个文件。",
    en: "{{count}} changes that came by file are on this computer alone. A director signs in here and vouches for them, or reads the same file on another computer.",
  },
  relayVouch: {
    zh: "摆渡来的 {{count}} 条修改还没有送到科室服务。送上去即由您担保其内容，并记入审计记录。",
    en: "{{count}} changes that came by file have not gone to the office's service. If you send them, you stand for them, and the audit trail says so.",
  },
  relayVouchNow: { zh: "由我担保，送到服务", en: "I vouch for them: send" },
  relayGoing: {
    zh: "正在送到科室服务，还有 {{count}} 条…",
    en: "Going to the office's service: {{count}} to go…",
  },
  relayStopped: {
    zh: "还有 {{count}} 条没有送到科室服务（{{why}}）。重新打开程序会再试一次；再不行请联系管理员。",
    en: "{{count}} have not gone to the office's service ({{why}}). It is tried again when the program is opened; then call its keeper.",
  },
  relayDone: {
    zh: "摆渡来的内容科室服务都有了，其他电脑会自动收到。",
    en: "The office's service has all that came by file; other computers get it from there.",
  },
  relayLeft: {
    zh: "其中 {{count}} 台是本科室自己的电脑，由它们自己上传，没有重复送。",
    en: "{{count}} of the computers are this office's own and send their changes themselves.",
  },
  relayRefused: {
    zh: "科室服务没有接受摆渡来的 {{count}} 条修改，它们只留在这台电脑上。",
    en: "The office's service would not take {{count}} of the changes: they stay on this computer.",
  },
  cancelled: { zh: "已取消。", en: "Cancelled." },
  notAnArchive: { zh: "这不是守约的归档或摆渡文件。", en: "This is no archive of Shouyue." },
  wrongKey: {
    zh: "打不开：口令或恢复密钥不对。",
    en: "It does not open: the passphrase or recovery key is wrong.",
  },
  badRecoveryKey: {
    zh: "恢复密钥录入有误：有字符打错或漏打，请对照纸面。",
    en: "The recovery key was mistyped: compare it with the paper.",
  },
  newerVersion: {
    zh: "文件由更新的版本制作，请先升级这台电脑上的守约。",
    en: "It was made by a later version: update this program first.",
  },
  broken: {
    zh: "文件已损坏或被改动（第 {{at}} 段：{{kind}}），没有取回任何内容。请换另一份。",
    en: "The file is damaged or was changed (part {{at}}: {{kind}}). Nothing was taken in. Use another copy.",
  },
  ownFile: {
    zh: "这是本机自己导出的文件，应带到对方导入。",
    en: "This file was made here: it is for the other side.",
  },
  gap: {
    zh: "缺少第 {{numbers}} 号文件：第 {{no}} 号只含其后的修改，而本机没有之前的内容。没有取回任何内容。请先补导入缺少的文件，或从本机导出一份带给对方，由对方重新导出。",
    en: "File no. {{numbers}} is missing: no. {{no}} rests on it, and this desk does not have it. Nothing was taken in. Read the missing file first, or write one for the other side and ask for another.",
  },
  otherSigner: {
    zh: "签名与以前的文件不同（指纹 {{fingerprint}}）。请打电话与对方核对指纹；对得上再导入。",
    en: "It is signed by another key than before (fingerprint {{fingerprint}}). Compare it by telephone before you read it.",
  },
  trust: { zh: "已核对指纹，导入", en: "Compared: read it" },
  storeFailed: {
    zh: "没有全部取回（这台电脑的存储可能已满），请重试：会接着取。",
    en: "Not all was taken in; the disk may be full. Try again: it goes on.",
  },
  keyTitle: { zh: "归档恢复密钥 {{number}}", en: "Recovery key {{number}}" },
  keyWarning: {
    zh: "密钥只在这张纸上：离开本页后不能再打印。打印并收好后，点“已打印，启用”。",
    en: "The key is on this paper alone and cannot be printed later. Print it, put it away, then say so.",
  },
  keyPrinted: { zh: "已打印，启用", en: "Printed: use it" },
  keyKept: { zh: "以后的归档都能用 {{number}} 打开", en: "Later archives open with {{number}}" },
  keyBack: { zh: "不启用，返回", en: "Back without it" },
});

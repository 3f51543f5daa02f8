import { Menu, type MenuItemConstructorOptions } from "electron";

/** 编辑, 视图, 窗口 and no more. No reload: it would lose what is half typed. */
export function setMenu(locale: string, isDeveloper: boolean): void {
  const say = (zh: string, en: string): string => (locale.startsWith("zh") ? zh : en);
  const edit: MenuItemConstructorOptions[] = [
    { role: "undo", label: say("撤销", "Undo") },
    { role: "redo", label: say("重做", "Redo") },
    { type: "separator" },
    { role: "cut", label: say("剪切", "Cut") },
    { role: "copy", label: say("复制", "Copy") },
    { role: "paste", label: say("粘贴", "Paste") },
    { role: "selectAll", label: say("全选", "Select all") },
  ];
  const view: MenuItemConstructorOptions[] = [
    { role: "zoomIn", label: say("放大", "Zoom in"), accelerator: "CommandOrControl+=" },
    { role: "zoomOut", label: say("缩小", "Zoom out") },
    { role: "resetZoom", label: say("实际大小", "Actual size") },
    { type: "separator" },
    { role: "togglefullscreen", label: say("全屏", "Full screen"), accelerator: "F11" },
  ];
  if (isDeveloper) view.push({ role: "toggleDevTools", label: say("开发者工具", "Developer tools") });
  const window: MenuItemConstructorOptions[] = [
    { role: "minimize", label: say("最小化", "Minimize") },
    { role: "close", label: say("关闭", "Close") },
  ];
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(process.platform === "darwin" ? [{ role: "appMenu" as const }] : []),
      { label: say("编辑", "Edit"), submenu: edit },
      { label: say("视图", "View"), submenu: view },
      { label: say("窗口", "Window"), submenu: window },
    ]),
  );
}

/** Draws a row of the view "Bitrix24 Portals". */
import * as vscode from 'vscode';
import { contextOf, type Row } from './rows.js';

/** The hover is plain text: with words of a portal in it, Markdown could become a link. */
export function treeItem(row: Row): vscode.TreeItem {
  const { id, opens, label, description, hover, icon } = row;
  const { Collapsed, None } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(label, opens ? Collapsed : None);
  item.id = id;
  item.description = description;
  // Without it, a screen reader would read the hover.
  const spoken = [label, ...description.split(' · ')].filter((part) => part !== '').join(', ');
  item.accessibilityInformation = { label: spoken };
  item.tooltip = hover.join('\n');
  item.iconPath = new vscode.ThemeIcon(icon);
  item.contextValue = contextOf(row);
  return item;
}

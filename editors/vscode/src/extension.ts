// SPDX-FileCopyrightText: 2026 The jvom authors
// SPDX-License-Identifier: EUPL-1.2
//
// Starts `jvom lsp` in each folder of the workspace that has dossiers, and offers the tasks of jvom.

import { existsSync } from "node:fs";
import * as path from "node:path";
import * as vscode from "vscode";
import { LanguageClient, type LanguageClientOptions, type ServerOptions } from "vscode-languageclient/node";

const VERBS = ["build", "check", "status"] as const;
type Verb = (typeof VERBS)[number];

interface JvomTask extends vscode.TaskDefinition {
  readonly verb: Verb;
  readonly dossier?: string;
}

const clients = new Map<string, LanguageClient>();

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  context.subscriptions.push(
    vscode.commands.registerCommand("jvom.restart", restart),
    vscode.tasks.registerTaskProvider("jvom", { provideTasks, resolveTask }),
    vscode.workspace.onDidChangeWorkspaceFolders(async (change) => {
      await Promise.all(change.removed.map(stop));
      await Promise.all(change.added.map(start));
    }),
    vscode.workspace.onDidChangeConfiguration(async (change) => {
      if (change.affectsConfiguration("jvom.command")) await restart();
    }),
  );
  await Promise.all(folders().map(start));
}

export async function deactivate(): Promise<void> {
  await Promise.all([...clients.values()].map((client) => client.stop()));
  clients.clear();
}

function folders(): readonly vscode.WorkspaceFolder[] {
  return vscode.workspace.workspaceFolders ?? [];
}

async function restart(): Promise<void> {
  await Promise.all(folders().map(stop));
  await Promise.all(folders().map(start));
}

async function stop(folder: vscode.WorkspaceFolder): Promise<void> {
  const client = clients.get(folder.uri.toString());
  clients.delete(folder.uri.toString());
  await client?.stop();
}

async function start(folder: vscode.WorkspaceFolder): Promise<void> {
  const dossiers = new vscode.RelativePattern(folder, "content/*/dossier.yml");
  if (folder.uri.scheme !== "file" || !(await vscode.workspace.findFiles(dossiers, null, 1)).length) return;
  const server: ServerOptions = {
    command: command(folder),
    args: ["lsp"],
    options: { cwd: folder.uri.fsPath },
  };
  const pattern = `${folder.uri.fsPath.replaceAll("\\", "/")}/content/**/*`;
  const options: LanguageClientOptions = {
    documentSelector: [
      { scheme: "file", language: "markdown", pattern },
      { scheme: "file", language: "yaml", pattern },
    ],
    workspaceFolder: folder,
    diagnosticCollectionName: "jvom",
  };
  const client = new LanguageClient("jvom", "jvom", server, options);
  clients.set(folder.uri.toString(), client);
  try {
    await client.start();
  } catch {
    clients.delete(folder.uri.toString());
    void vscode.window.showErrorMessage(
      `jvom start niet met «${command(folder)} lsp». Voer uit: pip install 'jvom[editor]', ` +
        "of zet bij jvom.command waar jvom staat.",
    );
  }
}

function command(folder: vscode.WorkspaceFolder): string {
  const chosen = vscode.workspace.getConfiguration("jvom", folder).get<string>("command", "");
  if (chosen) return chosen;
  const inFolder = process.platform === "win32" ? ".venv\\Scripts\\jvom.exe" : ".venv/bin/jvom";
  const own = path.join(folder.uri.fsPath, inFolder);
  // A program from the folder is only run where the user trusts its authors.
  return vscode.workspace.isTrusted && existsSync(own) ? own : "jvom";
}

function provideTasks(): vscode.Task[] {
  return folders().flatMap((folder) => VERBS.map((verb) => task({ type: "jvom", verb }, folder)));
}

function resolveTask(given: vscode.Task): vscode.Task | undefined {
  const folder = typeof given.scope === "object" ? given.scope : folders()[0];
  const definition = given.definition as JvomTask;
  return folder && VERBS.includes(definition.verb) ? task(definition, folder) : undefined;
}

function task(definition: JvomTask, folder: vscode.WorkspaceFolder): vscode.Task {
  const { verb, dossier } = definition;
  const format = verb === "check" ? ["--output-format", "concise"] : [];
  const run = new vscode.ProcessExecution(command(folder), [verb, ...(dossier ? [dossier] : []), ...format], {
    cwd: folder.uri.fsPath,
  });
  const made = new vscode.Task(definition, folder, dossier ? `${verb} ${dossier}` : verb, "jvom", run, "$jvom");
  if (verb === "build") made.group = vscode.TaskGroup.Build;
  if (verb === "check") made.group = vscode.TaskGroup.Test;
  return made;
}

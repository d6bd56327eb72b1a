-- SPDX-FileCopyrightText: 2026 The jvom authors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Neovim without a screen, with its own client, in a folder of dossiers: types in a text, waits for what the
-- server finds, completes a figure, makes a fix, and prints what it got as JSON.

local file, jvom, day = vim.env.JVOM_FILE, vim.env.JVOM, vim.env.JVOM_DAY
local got = {}

local function finish()
  io.stdout:write(vim.json.encode(got))
  vim.cmd("qall!")
end

local function await(what, ready)
  if not vim.wait(120000, ready, 50) then
    got.failed = what
    finish()
  end
end

local function codes()
  local found = {}
  for _, each in ipairs(vim.diagnostic.get(0)) do
    found[#found + 1] = tostring(each.code)
  end
  return found
end

vim.cmd.edit(file)
local client = vim.lsp.start({
  name = "jvom",
  cmd = { jvom, "lsp", "--as-of", day },
  root_dir = vim.fn.getcwd(),
})
await("attach", function() return #vim.lsp.get_clients({ bufnr = 0 }) > 0 and vim.lsp.get_client_by_id(client).initialized end)

local last = vim.api.nvim_buf_line_count(0)
vim.api.nvim_buf_set_lines(0, last, last, false, { "", "😀 Dit is de de inzet van {{ dep" })
await("diagnostic of a broken mark", function() return #vim.diagnostic.get(0) > 0 end)
got.broken = vim.diagnostic.get(0)[1].message

local line = last + 1
vim.api.nvim_win_set_cursor(0, { line + 1, #vim.api.nvim_buf_get_lines(0, line, line + 1, false)[1] })
local params = vim.lsp.util.make_position_params(0, vim.lsp.get_client_by_id(client).offset_encoding)
params.position.character = params.position.character + 1
local items = vim.lsp.buf_request_sync(0, "textDocument/completion", params, 60000)[client].result
got.completion = { label = items[1].label, detail = items[1].detail }
vim.lsp.util.apply_text_edits({ items[1].textEdit }, vim.api.nvim_get_current_buf(), vim.lsp.get_client_by_id(client).offset_encoding)
vim.api.nvim_buf_set_lines(0, line, line + 1, false, { vim.api.nvim_buf_get_lines(0, line, line + 1, false)[1] .. "." })
got.completed = vim.api.nvim_buf_get_lines(0, line, line + 1, false)[1]

await("finding", function() return vim.tbl_contains(codes(), "LNG011") end)
for _, each in ipairs(vim.diagnostic.get(0)) do
  if each.code == "LNG011" then
    got.finding = { line = each.lnum, from = each.col, to = each.end_col, message = each.message }
    vim.api.nvim_win_set_cursor(0, { each.lnum + 1, each.col })
  end
end

vim.lsp.buf.code_action({
  filter = function(action) return action.title == "Haal er een weg" end,
  apply = true,
})
await("fix", function()
  return vim.api.nvim_buf_get_lines(0, line, line + 1, false)[1]:find("de de", 1, true) == nil
end)
got.fixed = vim.api.nvim_buf_get_lines(0, line, line + 1, false)[1]
await("finding to go", function() return not vim.tbl_contains(codes(), "LNG011") end)

vim.lsp.stop_client(client)
await("stop", function() return #vim.lsp.get_clients({ bufnr = 0 }) == 0 end)
got.stopped = true
finish()

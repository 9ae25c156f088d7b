<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Data quality from ${from} to ${to}</title>
<style>
body { font-family: sans-serif; margin: 2em }
table { border-collapse: collapse }
th, td { border: 1px solid #999; padding: .3em .6em; text-align: left }
</style>
</head>
<body>
<h1>Data quality from ${from} to ${to}</h1>
<p>Shares are of the items that were read on the day (UTC): of rejected items nothing is good. Before arrival: of the items that say when they arrive.</p>
<table>
<thead><tr><#list columns as column><th scope="col">${column}</th></#list></tr></thead>
<tbody>
<#list rows as row>
<tr><#list row as cell><td>${cell}</td></#list></tr>
</#list>
</tbody>
</table>
</body>
</html>

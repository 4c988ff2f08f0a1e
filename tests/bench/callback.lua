-- What the browser of a plain Dash page asks for when its reader moves the slider.
local day = 0
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
request = function()
  day = (day + 7) % 730
  return wrk.format(nil, nil, nil, string.format([[{
    "output": "..day.children...map.figure..",
    "outputs": [{"id": "day", "property": "children"}, {"id": "map", "property": "figure"}],
    "inputs": [{"id": "slider", "property": "value", "value": %d}],
    "changedPropIds": ["slider.value"]
  }]], day))
end

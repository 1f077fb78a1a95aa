namespace TypedTune.Learning;

/// <summary>Where a node stands in a plan.</summary>
/// <param name="Id">Its number, from 0.</param>
/// <param name="Inputs">What it needs, all with smaller numbers.</param>
/// <param name="Scope">The inner fold that it works on; null for the fold itself.</param>
/// <param name="Rows">How many rows there are, about.</param>
internal readonly record struct NodePlace(int Id, PlanNode[] Inputs, FitScope? Scope, RowCounts Rows);

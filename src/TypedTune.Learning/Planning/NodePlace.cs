namespace TypedTune.Learning;

/// <summary>The place of a node in a plan.</summary>
/// <param name="Id">Its number, from 0.</param>
/// <param name="Inputs">The nodes that it needs, all with smaller numbers.</param>
/// <param name="Scope">The inner fold that it works on; null for the fold itself.</param>
/// <param name="Rows">About how many rows there are.</param>
internal readonly record struct NodePlace(int Id, PlanNode[] Inputs, FitScope? Scope, RowCounts Rows);

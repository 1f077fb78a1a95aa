namespace TypedTune.Learning;

/// <summary>A node that ends in predictions for the rows that are scored.</summary>
internal abstract class PredictionNode(NodePlace place, string operation, object configuration) : PlanNode(place, operation, configuration, seesTargets: true)
{
    /// <summary>How many rows are learned from and predicted.</summary>
    public RowCounts Rows { get; } = place.Rows;
}

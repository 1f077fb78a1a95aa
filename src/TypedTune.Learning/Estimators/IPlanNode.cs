namespace TypedTune.Learning;

/// <summary>What a handle points at, as estimators see it: nothing but its number.</summary>
internal interface IPlanNode
{
    /// <summary>The node's place in its plan, from 0.</summary>
    int Id { get; }
}

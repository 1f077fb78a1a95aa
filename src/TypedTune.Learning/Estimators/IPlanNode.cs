namespace TypedTune.Learning;

/// <summary>The node that a handle points at; estimators see only its number.</summary>
internal interface IPlanNode
{
    /// <summary>The node's place in its plan, from 0.</summary>
    int Id { get; }
}

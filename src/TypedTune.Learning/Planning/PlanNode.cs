using System.Globalization;

namespace TypedTune.Learning;

/// <summary>
/// One computation of a plan, done once on each fold: a fit, or the preparation of data for one. Equal configurations on equal inputs share a node. Immutable:
/// results are kept by the run.
/// </summary>
internal abstract class PlanNode : IPlanNode
{
    private readonly bool _seesTargets;

    private protected PlanNode(NodePlace place, string operation, object configuration, bool seesTargets)
    {
        Id = place.Id;
        Inputs = place.Inputs;
        Scope = place.Scope;
        Operation = operation;
        Configuration = configuration;
        _seesTargets = seesTargets || place.Scope is not null || Array.Exists(place.Inputs, input => input.SeesTargets);
    }

    /// <inheritdoc/>
    public int Id { get; }

    /// <summary>The name of the operation.</summary>
    public string Operation { get; }

    /// <summary>The configuration, compared by value.</summary>
    public object Configuration { get; }

    /// <summary>The path of the step that is fitted here, or null where nothing is fitted.</summary>
    public virtual string? Step => null;

    /// <summary>The nodes whose results this one needs.</summary>
    public IReadOnlyList<PlanNode> Inputs { get; }

    /// <summary>The inner fold that the node works on; null for the fold itself.</summary>
    public FitScope? Scope { get; }

    /// <summary>Whether the result depends on targets, and not on the rows alone.</summary>
    public bool SeesTargets => _seesTargets;

    /// <summary>The estimated work and memory of the fit.</summary>
    public virtual FitEstimate Estimate => default;

    /// <summary>How many bytes the result will hold, data and model together, on a fold of the planned size.</summary>
    public virtual long EstimatedBytes => 0;

    /// <summary>Whether nothing ever takes its result as an input.</summary>
    public virtual bool IsLast => false;

    /// <summary>How many fits this node stands for: the fits that would be made if submodels were fitted one by one.</summary>
    public virtual int FitsWithoutSubmodels => 1;

    /// <summary>A list that holds this node only.</summary>
    public PlanNode[] Alone => field ??= [this];

    /// <summary>How many bytes a result holds.</summary>
    public virtual long BytesOf(object result) => 0;

    /// <summary>Computes the result from the inputs' results.</summary>
    public abstract object Run(NodeRun run);

    /// <summary>Copies the node to another place: an inner fold, with the inputs of that fold.</summary>
    public abstract PlanNode At(NodePlace place);

    /// <summary>Whether another node stands at the same place and does the same.</summary>
    public bool IsSame(PlanNode other) => ReferenceEquals(this, other)
        || (GetType() == other.GetType() && Id == other.Id && Operation == other.Operation && Step == other.Step && Equals(Scope, other.Scope)
            && Configuration.Equals(other.Configuration) && Inputs.Select(input => input.Id).SequenceEqual(other.Inputs.Select(input => input.Id)));

    /// <summary>Number, operation, step, configuration and inputs, as <c>5 fit Geo KMeans { … } of 2</c>.</summary>
    public override string ToString()
    {
        string inputs = string.Join(", ", Inputs.Select(input => input.Id.ToString(CultureInfo.InvariantCulture)));
        string?[] words = [Id.ToString(CultureInfo.InvariantCulture), Operation, Step, Configuration.ToString(), inputs.Length == 0 ? null : $"of {inputs}", Scope is null ? null : $"in {Scope}"];
        return string.Join(' ', words.Where(word => !string.IsNullOrEmpty(word)));
    }
}

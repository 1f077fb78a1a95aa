namespace TypedTune.Learning;

/// <summary>One fold of a plan: the rows that are learned from and predicted, and which results are wanted. Immutable.</summary>
/// <param name="rows">The numbers of the rows.</param>
/// <param name="train">The targets and other roles of the rows to learn from.</param>
/// <param name="validation">The targets and other roles of the rows held back; null if no rows are held back.</param>
internal sealed class FitTask(FitRows rows, RowRoles train, RowRoles? validation = null)
{
    /// <summary>The fold's number, from 0, for messages.</summary>
    public int Fold { get; init; }

    public FitRows Rows { get; } = rows;

    /// <summary>The roles of the rows to learn from, by which they may be divided once more.</summary>
    public RowRoles Roles { get; } = train;

    /// <summary>The targets to learn from.</summary>
    public Targets Train => Roles.Targets;

    /// <summary>The targets of the rows held back; null if no rows are held back.</summary>
    public Targets? Validation => validation?.Targets;

    /// <summary>How much each training row counts; null where all count the same.</summary>
    public double[]? Weights => Roles.Weights;

    /// <summary>How much each row that is held back counts when it is scored; null where all count the same.</summary>
    public double[]? ValidationWeights => validation?.Weights;

    /// <summary>The kinds of predictions that the metrics need. Default: points.</summary>
    public PredictionNeeds Needs { get; init; } = PredictionNeeds.Points;

    /// <summary>Whether the last step predicts its own training rows out of bag.</summary>
    public bool IsOutOfBag { get; init; }

    /// <summary>Whether training rows are predicted and scored too.</summary>
    public bool ScoresTraining { get; init; }

    /// <summary>Whether fitted models are wanted, and not their predictions alone.</summary>
    public bool KeepsModels { get; init; }

    /// <summary>Whether only points are wanted, so that one fit may serve several candidates, and a model need never be held as a whole.</summary>
    public bool WantsPredictionsAlone => Validation is not null && Needs.ArePointsOnly && Weights is null && !IsOutOfBag && !KeepsModels;

    public RowCounts Counts => new(Train.RowCount, Validation?.RowCount ?? 0);

    /// <summary>A task that learns from all rows, holds none back, and keeps the model.</summary>
    public static FitTask Whole(RowRoles rows) => new(new FitRows(null, null), rows) { KeepsModels = true };

    /// <summary>The same rows and wishes with other targets, where no rows are held back.</summary>
    public FitTask With(Targets targets) => new(Rows, Roles.WithTargets(targets)) { Fold = Fold, IsOutOfBag = IsOutOfBag, ScoresTraining = ScoresTraining, KeepsModels = KeepsModels, Needs = Needs };

    /// <summary>Creates the task of an inner fold of the training rows, of which only points are wanted.</summary>
    /// <param name="fold">Its rows, numbered as this task's training rows.</param>
    public FitTask Inside(Fold fold) => new(
        new FitRows(RowsOf(fold.Train), RowsOf(fold.Validation)),
        Roles.TakeRows(fold.Train),
        Roles.TakeRows(fold.Validation))
    {
        Fold = Fold,
    };

    private int[] RowsOf(int[] rows) => Rows.Train is { } outer ? Array.ConvertAll(rows, row => outer[row]) : rows;
}

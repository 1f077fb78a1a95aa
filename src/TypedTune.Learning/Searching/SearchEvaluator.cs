namespace TypedTune.Learning;

/// <summary>Evaluates the candidates of a search by planning and running fits. For one run.</summary>
/// <param name="search">The search.</param>
/// <param name="data">All rows.</param>
/// <param name="progress">Told of fits; null where nobody is.</param>
internal sealed class SearchEvaluator<TSelf, TData, TFitted>(Search<TSelf> search, TData data, SearchProgressObserver<TSelf>? progress) : IEvaluator<TSelf>
    where TData : IDataset<TData>
{
    /// <summary>The run, once it has started.</summary>
    public SearchSession<TSelf, TData, TFitted>? Session { get; private set; }

    public IReadOnlyList<IdentityPart> Identity
    {
        get
        {
            // Read where a history is opened, which the next run of the search goes on from.
            SearchIdentity.RequireTexts(search);
            return SearchIdentity.PartsOf(search, data);
        }
    }

    public IEvaluatorSession<TSelf> Start(EvaluatorStart<TSelf> start) => Session = new SearchSession<TSelf, TData, TFitted>(search, data, start, progress);

    public override string ToString() => search.Evaluation.ToString() ?? "";
}
